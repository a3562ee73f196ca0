package refocus.local.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import refocus.local.story.Household.Report;
import refocus.local.story.Work.Call;
import refocus.local.story.Work.Closing;
import refocus.local.story.Work.Reopening;
import refocus.local.story.Work.Session;

/// Thinks the two years out, a working day at a time. The same last day gives the same story.
///
/// Its figures have a direction, as the service has: sessions grow from about a fifth of the working time to a third,
/// and fewer referrals wait.
final class Plot {

    private static final ZoneId WALES = ZoneId.of("Europe/London");
    private static final long SEED = 2026;
    private static final int FULL_CASELOAD = 13;

    private static final List<String> SOURCES =
            List.of("SCHOOL", "HEALTH", "POLICE", "FAMILY", "SELF", "HOUSING", "ANONYMOUS");
    private static final List<String> REASONS =
            List.of("NEGLECT", "DOMESTIC_ABUSE", "EMOTIONAL_ABUSE", "PHYSICAL_ABUSE", "PARENTAL_MENTAL_HEALTH");
    private static final List<String> PLACES = List.of("HOME", "SCHOOL", "HOME", "COMMUNITY", "FAMILY_CENTRE");
    private static final List<String> WITH = List.of("PARENT", "SCHOOL", "HEALTH", "PARENT", "POLICE");
    private static final List<String> SUMMARIES = List.of(
            "We drew the week together and talked about what went well.",
            "Buom yn chwarae a siarad am yr ysgol newydd.",
            "Played a board game; spoke about sleeping at grandmother's house.",
            "Walked to the park. Talked about friends and about feeling safe at home.",
            "Edrychon ni ar y llyfr stori bywyd a dewis lluniau.",
            "Went through the safety plan in the child's own words.");

    private final Random chance = new Random(SEED);
    private final People people = new People(chance);
    private final LocalDate first;
    private final LocalDate last;
    private final List<Household> households = new ArrayList<>();
    private final List<WorkDay> days = new ArrayList<>();

    private Plot(LocalDate last) {
        this.first = last.minusYears(2).plusDays(1);
        this.last = last;
    }

    /// @param last the last day that is told of
    static Plot endingOn(LocalDate last) {
        var plot = new Plot(last);
        plot.first.datesUntil(last.plusDays(1)).filter(Plot::isWorkingDay).forEach(plot::live);
        return plot;
    }

    List<Household> households() {
        return households;
    }

    List<WorkDay> days() {
        return days;
    }

    LocalDate firstDay() {
        return first;
    }

    /// The Mondays of the weeks a worker is away.
    List<LocalDate> awayFrom(Cast.Worker worker) {
        return first.with(DayOfWeek.MONDAY)
                .datesUntil(last, Period.ofWeeks(1))
                .filter(monday -> isLeave(worker, monday))
                .toList();
    }

    private void live(LocalDate day) {
        // The story begins with a service that is already at work.
        var reports = ChronoUnit.DAYS.between(first, day) < 42 ? 1 : chance.nextInt(10) < 3 ? 1 : 0;
        for (var report = 0; report < reports; report++) {
            hear(day);
        }
        for (var worker : Cast.WORKERS) {
            if (!isAway(worker, day)) {
                workOn(worker, day);
            }
        }
        cases().forEach(work -> settle(work, day));
    }

    private void hear(LocalDate day) {
        var known = households.isEmpty() || chance.nextInt(100) >= 14
                ? Optional.<Household>empty()
                : Optional.of(households.get(chance.nextInt(households.size())));
        var household = known.orElseGet(() -> people.household(day));
        if (known.isEmpty()) {
            households.add(household);
        }
        var report = report(day);
        household.reports().add(report);
        if (report.nextAction().equals("ASSESSMENT")) {
            report.triaged().ifPresent(triaged -> open(household, triaged));
        }
    }

    private Report report(LocalDate day) {
        var at = at(day, 9, 420);
        var waits = chance.nextDouble() < (progress(day) < 0.5 ? 0.22 : 0.1);
        var triageDay = waits ? workingDaysAfter(day, chance.nextInt(2, 5)) : workingDaysAfter(day, chance.nextInt(2));
        var triaged =
                triageDay.equals(day) ? at.plus(chance.nextInt(20, 50), ChronoUnit.MINUTES) : at(triageDay, 9, 400);
        var acknowledged = at(workingDaysAfter(day, chance.nextInt(1, 6)), 9, 400);
        var share = chance.nextInt(100);
        return new Report(
                at,
                one(SOURCES),
                one(REASONS),
                chance.nextInt(10) < 2 ? "URGENT" : "ROUTINE",
                Optional.of(acknowledged).filter(this::hasHappened),
                Optional.of(triaged).filter(this::hasHappened),
                share < 55
                        ? "ASSESSMENT"
                        : share < 70
                                ? "EARLY_HELP"
                                : share < 90 ? "INFORMATION_ADVICE_ASSISTANCE" : "NO_FURTHER_ACTION");
    }

    /// One child of the home gets a case, where somebody has room and the child has none.
    private void open(Household household, Instant triaged) {
        var openedAt = triaged.plus(30, ChronoUnit.MINUTES);
        var openedOn = LocalDate.ofInstant(openedAt, WALES);
        var child = household.cases().size();
        var worker = Cast.WORKERS.stream()
                .filter(candidate -> caseload(candidate) < FULL_CASELOAD)
                .min(Comparator.comparingLong(this::caseload));
        if (child < household.children().size() && worker.isPresent() && hasHappened(openedAt)) {
            var closesOn = openedOn.plusDays(chance.nextInt(90, 420));
            household
                    .cases()
                    .add(new Work(child, household.reports().size() - 1, openedAt, openedOn, worker.get(), closesOn));
        }
    }

    /// Cases close when their time has come; one in eight is taken up again.
    private void settle(Work work, LocalDate day) {
        if (work.changesOn.isAfter(day)) {
            return;
        }
        if (work.open) {
            var reopensOn = chance.nextInt(8) == 0 ? day.plusDays(chance.nextInt(30, 90)) : LocalDate.MAX;
            work.close(new Closing(at(day, 18, 30), chance.nextInt(10) < 7 ? "NEEDS_MET" : "STEPPED_DOWN"), reopensOn);
        } else {
            work.reopen(new Reopening(at(day, 8, 30)), day.plusDays(chance.nextInt(60, 150)));
        }
    }

    /// Sessions with those seen longest ago, a call or two, and the rest of the day.
    private void workOn(Cast.Worker worker, LocalDate day) {
        var wanted = WorkDay.CONTRACTED * (0.2 + 0.15 * progress(day)) / 80 + chance.nextDouble() - 0.5;
        var seen = cases().filter(work -> work.isOpenWith(worker))
                .sorted(Comparator.comparing(work -> work.lastSeen))
                .limit(Math.max(0, Math.round(wanted)))
                .toList();
        var accountedFor = 0;
        for (var work : seen) {
            var session = session(worker, at(day, 9 + 3 * seen.indexOf(work), 45));
            if (session.at().isBefore(work.openedAt)) {
                continue;
            }
            work.moments.add(session);
            work.lastSeen = day;
            accountedFor += session.minutes() + session.travelMinutes();
            if (chance.nextInt(10) < 2) {
                var call = new Call(
                        session.at().plus(120, ChronoUnit.MINUTES), worker, one(WITH), 15, "Rang to agree the week.");
                work.moments.add(call);
                accountedFor += call.minutes();
            }
        }
        if (logs(worker, day)) {
            days.add(WorkDay.around(worker, day, accountedFor, chance));
        }
    }

    private Session session(Cast.Worker worker, Instant at) {
        var distant = chance.nextInt(10) < 1;
        return new Session(
                at,
                worker,
                5 * chance.nextInt(10, 23),
                distant ? "VIDEO" : "IN_PERSON",
                chance.nextInt(10) < 6,
                distant ? "ONLINE" : one(PLACES),
                one(List.of("PLAY", "TALK", "LIFE_STORY")),
                distant ? 0 : 5 * chance.nextInt(2, 7),
                one(SUMMARIES));
    }

    private Stream<Work> cases() {
        return households.stream().flatMap(household -> household.cases().stream());
    }

    private long caseload(Cast.Worker worker) {
        return cases().filter(work -> work.isOpenWith(worker)).count();
    }

    /// How far into the two years, 0 to 1.
    private double progress(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
    }

    private boolean hasHappened(Instant at) {
        return !LocalDate.ofInstant(at, WALES).isAfter(last);
    }

    /// One week in ten, each in weeks of their own, and the days that are not in the contract.
    private boolean isAway(Cast.Worker worker, LocalDate day) {
        return isLeave(worker, day) || day.getDayOfWeek().getValue() > worker.daysAWeek();
    }

    private boolean isLeave(Cast.Worker worker, LocalDate day) {
        return (week(day) + 3L * Cast.WORKERS.indexOf(worker)) % 10 == 0;
    }

    /// Part-time workers forget a week in four.
    private boolean logs(Cast.Worker worker, LocalDate day) {
        return worker.daysAWeek() == 5 || week(day) % 4 != 0;
    }

    private long week(LocalDate day) {
        return ChronoUnit.WEEKS.between(first.with(DayOfWeek.MONDAY), day);
    }

    private Instant at(LocalDate day, int hour, int withinMinutes) {
        return day.atTime(hour, 0)
                .plusMinutes(chance.nextInt(withinMinutes))
                .atZone(WALES)
                .toInstant();
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static LocalDate workingDaysAfter(LocalDate day, int count) {
        return count == 0
                ? day
                : Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                        .filter(Plot::isWorkingDay)
                        .skip(count - 1L)
                        .findFirst()
                        .orElseThrow();
    }

    /// Christmas and New Year apart, the story knows no holidays.
    private static boolean isWorkingDay(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !(day.getMonthValue() == 12 && day.getDayOfMonth() > 24) && day.getDayOfYear() != 1;
    }
}

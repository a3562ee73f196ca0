package refocus.local.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import refocus.local.story.Days.Season;
import refocus.local.story.Household.Report;
import refocus.local.story.Work.Call;
import refocus.local.story.Work.Closing;
import refocus.local.story.Work.Handover;
import refocus.local.story.Work.Reopening;
import refocus.local.story.Work.Session;

/// Thinks the work with children out, a working day at a time. The same last day gives the same story.
///
/// Its figures have a direction, as the service has: direct work grows from a sixth of the working time to a third,
/// and fewer referrals wait.
final class Plot {

    private static final long SEED = 2026;
    private static final int FULL_CASELOAD = 13;

    /// Families who are known for longer have grown up.
    private static final int STILL_KNOWN = 40;

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
    private final LocalDate last;
    private final List<Season> seasons;
    private final TreeMap<LocalDate, Double> shares = new TreeMap<>();
    private final List<Household> households = new ArrayList<>();
    /// The cases that something may still happen in.
    private final List<Work> going = new ArrayList<>();
    private final List<WorkDay> days = new ArrayList<>();

    private Plot(LocalDate last) {
        this.last = last;
        this.seasons = Days.toldUntil(last);
        // Of their time, how much is with children: little for the four teams, more for the one.
        shares.put(Days.BEGINNING, 0.15);
        shares.put(LocalDate.of(2019, 4, 1), 0.18);
        shares.put(LocalDate.of(2021, 9, 6), 0.22);
        shares.put(seasons.getLast().from(), 0.27);
        shares.put(last, 0.37);
    }

    /// @param last the last day that is told of
    static Plot endingOn(LocalDate last) {
        var plot = new Plot(last);
        plot.seasons.forEach(plot::live);
        return plot;
    }

    List<Household> households() {
        return households;
    }

    List<WorkDay> days() {
        return days;
    }

    /// The Mondays of the weeks a worker is away, of those that are told of.
    List<LocalDate> awayFrom(Cast.Worker worker) {
        return seasons.stream()
                .flatMap(season -> season.from().datesUntil(season.to(), Period.ofWeeks(1)))
                .filter(monday ->
                        isLeave(worker, monday) && worker.isInPost(monday) && worker.isInPost(monday.plusDays(6)))
                .toList();
    }

    private void live(Season season) {
        season.from().datesUntil(season.to()).filter(Days::isWorking).forEach(day -> live(day, season));
    }

    private void live(LocalDate day, Season season) {
        for (var report = reports(day, season); report > 0; report--) {
            hear(day, season);
        }
        for (var worker : Cast.workersOn(day)) {
            if (!isAway(worker, day)) {
                workOn(worker, day);
            }
        }
        going.forEach(work -> settle(work, day, season));
        going.removeIf(work -> work.changesOn.equals(LocalDate.MAX));
    }

    /// A season begins with a service that is already at work.
    private int reports(LocalDate day, Season season) {
        var begun = ChronoUnit.DAYS.between(season.from(), day);
        if (begun < (season.sampled() ? 3 : 7)) {
            return 4;
        }
        return (!season.sampled() && begun < 42) || chance.nextInt(10) < 4 ? 1 : 0;
    }

    private void hear(LocalDate day, Season season) {
        var recent = households.subList(Math.max(0, households.size() - STILL_KNOWN), households.size());
        var known = recent.isEmpty() || chance.nextInt(100) >= 14
                ? Optional.<Household>empty()
                : Optional.of(recent.get(chance.nextInt(recent.size())));
        var household = known.orElseGet(() -> people.household(day));
        if (known.isEmpty()) {
            households.add(household);
        }
        var report = report(day);
        household.reports().add(report);
        if (report.nextAction().equals("ASSESSMENT")) {
            report.triaged().ifPresent(triaged -> open(household, triaged, season));
        }
    }

    private Report report(LocalDate day) {
        var at = at(day, 9, 420);
        var waits = chance.nextDouble() < 0.3 - 0.7 * share(day);
        var triageDay = Days.workingDaysAfter(day, waits ? chance.nextInt(2, 5) : chance.nextInt(2));
        var triaged =
                triageDay.equals(day) ? at.plus(chance.nextInt(20, 50), ChronoUnit.MINUTES) : at(triageDay, 9, 400);
        var acknowledged = at(Days.workingDaysAfter(day, chance.nextInt(1, 6)), 9, 400);
        var share = chance.nextInt(100);
        return new Report(
                at,
                one(SOURCES),
                one(REASONS),
                chance.nextInt(10) < 2 ? "URGENT" : "ROUTINE",
                Optional.of(acknowledged).filter(this::hasHappened),
                Optional.of(triaged).filter(this::hasHappened),
                share < 60
                        ? "ASSESSMENT"
                        : share < 72
                                ? "EARLY_HELP"
                                : share < 90 ? "INFORMATION_ADVICE_ASSISTANCE" : "NO_FURTHER_ACTION");
    }

    /// One child of the home gets a case, where somebody has room and the child has none.
    private void open(Household household, Instant triaged, Season season) {
        var openedAt = triaged.plus(30, ChronoUnit.MINUTES);
        var openedOn = Days.of(openedAt);
        var child = household.cases().size();
        var worker = leastLoaded(openedOn);
        if (child < household.children().size() && worker.isPresent() && season.holds(openedOn)) {
            var closesOn = season.sampled() ? season.lastDay() : openedOn.plusDays(chance.nextInt(90, 420));
            var report = household.reports().size() - 1;
            var work = new Work(child, report, openedAt, openedOn, worker.get(), closesOn);
            household.cases().add(work);
            going.add(work);
        }
    }

    /// Cases close when their time has come, and with their season; one in eight is taken up again. Those of who leaves
    /// are handed over.
    private void settle(Work work, LocalDate day, Season season) {
        if (work.open && work.lead.lastDay().isBefore(day.plusDays(3))) {
            leastLoaded(day.plusDays(3)).ifPresent(lead -> work.handOver(new Handover(Days.at(day, 17, 0), lead)));
        }
        var ends = season.sampled() && !Days.workingDaysAfter(day, 1).isBefore(season.to());
        if (work.changesOn.isAfter(day) && !(work.open && ends)) {
            return;
        }
        if (work.open) {
            var reopensOn =
                    !season.sampled() && chance.nextInt(8) == 0 ? day.plusDays(chance.nextInt(30, 90)) : LocalDate.MAX;
            work.close(new Closing(at(day, 18, 30), chance.nextInt(10) < 7 ? "NEEDS_MET" : "STEPPED_DOWN"), reopensOn);
        } else {
            leastLoaded(day)
                    .ifPresent(lead ->
                            work.reopen(new Reopening(at(day, 8, 30), lead), day.plusDays(chance.nextInt(60, 150))));
        }
    }

    /// Sessions with those seen longest ago, a call or two, and the rest of the day.
    private void workOn(Cast.Worker worker, LocalDate day) {
        var wanted = WorkDay.CONTRACTED * share(day) / 80 + chance.nextDouble() - 0.5;
        var seen = going.stream()
                .filter(work -> work.isOpenWith(worker))
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

    private Optional<Cast.Worker> leastLoaded(LocalDate day) {
        return Cast.workersOn(day).stream()
                .filter(candidate -> caseload(candidate) < FULL_CASELOAD)
                .min(Comparator.comparingDouble(candidate -> caseload(candidate) / candidate.fte()));
    }

    private long caseload(Cast.Worker worker) {
        return going.stream().filter(work -> work.isOpenWith(worker)).count();
    }

    /// The share of direct work that is meant for a day, between those that are given.
    private double share(LocalDate day) {
        var before = shares.floorEntry(day);
        var after = shares.ceilingEntry(day);
        var whole = ChronoUnit.DAYS.between(before.getKey(), after.getKey());
        var gone = ChronoUnit.DAYS.between(before.getKey(), day);
        return whole == 0
                ? before.getValue()
                : before.getValue() + (after.getValue() - before.getValue()) * gone / whole;
    }

    private boolean hasHappened(Instant at) {
        return !Days.of(at).isAfter(last);
    }

    /// One week in ten, each in weeks of their own, and the days that are not in the contract.
    private boolean isAway(Cast.Worker worker, LocalDate day) {
        return isLeave(worker, day) || day.getDayOfWeek().getValue() > worker.daysAWeek();
    }

    private boolean isLeave(Cast.Worker worker, LocalDate day) {
        var monday = day.with(DayOfWeek.MONDAY);
        return (week(day) + 3L * Cast.WORKERS.indexOf(worker)) % 10 == 0
                && worker.isInPost(monday)
                && worker.isInPost(monday.plusDays(6));
    }

    /// Who is there three days a week forgets a week in four.
    private boolean logs(Cast.Worker worker, LocalDate day) {
        return worker.daysAWeek() > 3 || week(day) % 4 != 0;
    }

    private static long week(LocalDate day) {
        return ChronoUnit.WEEKS.between(Days.BEGINNING.with(DayOfWeek.MONDAY), day);
    }

    private Instant at(LocalDate day, int hour, int withinMinutes) {
        return Days.at(day, hour, chance.nextInt(withinMinutes));
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }
}

package refocus.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import refocus.local.story.Household.Report;
import refocus.local.story.Household.Sibling;
import refocus.local.story.Work.Closing;
import refocus.local.story.Work.Handover;
import refocus.local.story.Work.Moment;
import refocus.local.story.Work.Session;

class PlotTest {

    private static final LocalDate LAST = LocalDate.parse("2026-11-20");

    private static final Plot PLOT = Plot.endingOn(LAST);

    @Test
    void the_same_day_gives_the_same_story() {
        var again = Plot.endingOn(LAST);

        assertThat(again.days()).isEqualTo(PLOT.days());
        assertThat(moments(again).toList()).isEqualTo(moments(PLOT).toList());
        assertThat(reports(again).toList()).isEqualTo(reports(PLOT).toList());
    }

    @Test
    void it_spans_from_april_2014_to_its_last_day_in_some_twenty_thousand_events() {
        assertThat(PLOT.days().getFirst().date()).isBefore("2014-05-01");
        assertThat(PLOT.days().getLast().date()).isEqualTo(LAST);
        // A report sets two deadlines, and both are met or missed.
        var events = PLOT.days().size()
                + moments(PLOT).count()
                + children().count()
                + 7 * reports(PLOT).count()
                + 2L * works().size();
        assertThat(events).isBetween(14_000L, 21_000L);
    }

    @Test
    void what_is_told_of_before_the_last_two_years_are_whole_weeks_of_april_and_october() {
        var seasons = Days.toldUntil(LAST);
        assertThat(seasons).hasSize(19);
        assertThat(seasons.subList(0, 18))
                .allMatch(season -> season.sampled()
                        && season.from().getDayOfWeek() == DayOfWeek.MONDAY
                        && season.to().getDayOfWeek() == DayOfWeek.MONDAY
                        && season.from().getMonth() == season.lastDay().getMonth());
        assertThat(seasons.getLast().from()).isEqualTo("2024-11-25");
        assertThat(PLOT.days()).allMatch(day -> seasons.stream().anyMatch(season -> season.holds(day.date())));
    }

    @Test
    void no_case_is_open_in_the_months_that_are_not_told_of() {
        var full = Days.toldUntil(LAST).getLast().from();
        assertThat(works().stream().filter(work -> Days.of(work.openedAt).isBefore(full)))
                .hasSizeGreaterThan(120)
                .allMatch(work -> !work.open)
                .allMatch(work -> Days.of(work.openedAt).getMonth()
                        == Days.of(work.moments.getLast().at()).getMonth());
    }

    @Test
    void nothing_in_it_is_still_to_come() {
        assertThat(moments(PLOT).map(moment -> Days.of(moment.at()))).allMatch(day -> !day.isAfter(LAST));
        assertThat(PLOT.days()).allMatch(day -> !day.date().isAfter(LAST));
    }

    @Test
    void no_two_children_are_alike_and_every_number_is_for_tests() {
        assertThat(children().map(child -> child.givenName() + " " + child.familyName()))
                .doesNotHaveDuplicates();
        assertThat(children().map(Sibling::born)).doesNotHaveDuplicates();
        assertThat(children().map(Sibling::nhsNumber))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("999[0-9]{7}"));
    }

    @Test
    void cases_are_worked_on_only_while_they_are_open() {
        for (var work : works()) {
            assertThat(work.moments).allMatch(moment -> moment.at().isAfter(work.openedAt));
            var open = true;
            for (var moment : work.moments.stream()
                    .sorted(Comparator.comparing(Moment::at))
                    .toList()) {
                assertThat(open).as("%s in %s", moment, work.moments).isEqualTo(!(moment instanceof Work.Reopening));
                open = !(moment instanceof Closing);
            }
        }
    }

    @Test
    void nobody_works_before_they_came_or_after_they_left_and_their_cases_are_handed_over() {
        assertThat(sessions()).allMatch(session -> session.worker().isInPost(Days.of(session.at())));
        assertThat(PLOT.days()).allMatch(day -> day.worker().isInPost(day.date()));
        assertThat(works()).filteredOn(work -> work.open).allMatch(work -> work.lead.isInPost(LAST));
        assertThat(moments(PLOT)).anyMatch(Handover.class::isInstance);
    }

    @Test
    void a_logged_day_is_about_as_long_as_the_contract_and_work_with_children_grows() {
        assertThat(PLOT.days())
                .allMatch(day -> day.minutes().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        < 600);
        var four = share(day -> day.getYear() < 2019);
        var one = share(day -> day.getYear() > 2019 && day.getYear() < 2024);
        var now = share(day -> day.isAfter(LAST.minusYears(1)));
        assertThat(four).isBetween(0.1, 0.2);
        assertThat(one).isBetween(four * 1.1, 0.27);
        assertThat(now).isBetween(one * 1.2, 0.4);
    }

    /// Of the contracted days on which somebody logged their time, what part were sessions.
    private double share(Predicate<LocalDate> when) {
        var days = PLOT.days().stream().filter(day -> when.test(day.date())).count();
        var minutes = sessions()
                .filter(session -> when.test(Days.of(session.at())))
                .mapToInt(Session::minutes)
                .sum();
        return (double) minutes / (days * WorkDay.CONTRACTED);
    }

    private Stream<Sibling> children() {
        return PLOT.households().stream().flatMap(home -> home.children().stream());
    }

    private Stream<Session> sessions() {
        return moments(PLOT).filter(Session.class::isInstance).map(Session.class::cast);
    }

    private List<Work> works() {
        return PLOT.households().stream().flatMap(home -> home.cases().stream()).toList();
    }

    private static Stream<Report> reports(Plot plot) {
        return plot.households().stream().flatMap(home -> home.reports().stream());
    }

    private static Stream<Moment> moments(Plot plot) {
        return plot.households().stream().flatMap(home -> home.cases().stream()).flatMap(work -> work.moments.stream());
    }
}

package refocus.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import refocus.local.story.Household.Report;
import refocus.local.story.Household.Sibling;
import refocus.local.story.Work.Closing;
import refocus.local.story.Work.Moment;
import refocus.local.story.Work.Session;

class PlotTest {

    private static final LocalDate LAST = LocalDate.parse("2026-11-20");
    private static final ZoneId WALES = ZoneId.of("Europe/London");

    private final Plot plot = Plot.endingOn(LAST);

    @Test
    void the_same_day_gives_the_same_story() {
        var again = Plot.endingOn(LAST);

        assertThat(again.days()).isEqualTo(plot.days());
        assertThat(moments(again).toList()).isEqualTo(moments(plot).toList());
        assertThat(reports(again).toList()).isEqualTo(reports(plot).toList());
    }

    @Test
    void it_is_some_five_thousand_events_long() {
        var events = plot.days().size()
                + moments(plot).count()
                + children().count()
                + 3 * reports(plot).count()
                + 2L
                        * plot.households().stream()
                                .mapToInt(home -> home.cases().size())
                                .sum();

        assertThat(events).isBetween(4_000L, 6_500L);
    }

    @Test
    void nothing_in_it_is_still_to_come() {
        assertThat(moments(plot).map(moment -> LocalDate.ofInstant(moment.at(), WALES)))
                .allMatch(day -> !day.isAfter(LAST));
        assertThat(plot.days()).allMatch(day -> !day.date().isAfter(LAST));
    }

    @Test
    void no_two_children_are_alike_and_every_number_is_for_tests() {
        assertThat(children().map(child -> child.givenName() + " " + child.familyName()))
                .doesNotHaveDuplicates();
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
                    .sorted((one, other) -> one.at().compareTo(other.at()))
                    .toList()) {
                assertThat(open).as("%s in %s", moment, work.moments).isEqualTo(!(moment instanceof Work.Reopening));
                open = !(moment instanceof Closing);
            }
        }
    }

    @Test
    void a_logged_day_is_about_as_long_as_the_contract_and_work_with_children_grows() {
        assertThat(plot.days())
                .allMatch(day -> day.minutes().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        < 600);
        var middle = LAST.minusYears(1).atStartOfDay(WALES).toInstant();
        var early = sessions()
                .filter(session -> session.at().isBefore(middle))
                .mapToInt(Session::minutes)
                .sum();
        var late = sessions()
                .filter(session -> session.at().isAfter(middle))
                .mapToInt(Session::minutes)
                .sum();
        assertThat(late).isGreaterThan(early * 5 / 4);
    }

    private Stream<Sibling> children() {
        return plot.households().stream().flatMap(home -> home.children().stream());
    }

    private Stream<Session> sessions() {
        return moments(plot).filter(Session.class::isInstance).map(Session.class::cast);
    }

    private List<Work> works() {
        return plot.households().stream().flatMap(home -> home.cases().stream()).toList();
    }

    private static Stream<Report> reports(Plot plot) {
        return plot.households().stream().flatMap(home -> home.reports().stream());
    }

    private static Stream<Moment> moments(Plot plot) {
        return plot.households().stream().flatMap(home -> home.cases().stream()).flatMap(work -> work.moments.stream());
    }
}

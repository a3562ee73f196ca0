package refocus.reporting.directwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.reporting.Story;
import refocus.reporting.casework.CaseMessage.Attendance;
import refocus.reporting.casework.CaseMessage.CaseNoteRecorded;
import refocus.reporting.casework.CaseMessage.DirectWorkHeld;
import refocus.reporting.casework.CaseMessage.WorkTimeLogged;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Row;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;
import refocus.reporting.staffing.Contracts;

/// Hand-computed figures of the share. October 2026 begins on a Thursday; the clocks go back on the 25th.
class DirectWorkShareTest {

    private static final UUID AMINA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID NIA = UUID.randomUUID();
    private static final UUID HER_BROTHER = UUID.randomUUID();

    private static Story story;
    private static DirectWorkShare share;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new DirectWorkProjection(), Contracts.projection());
        share = new DirectWorkShare(story.views());
    }

    @AfterAll
    static void close() throws Exception {
        story.close();
    }

    @BeforeEach
    void begin() throws Exception {
        story.beginAgain();
    }

    @Test
    void of_nothing_there_is_no_share_and_the_parts_are_shown() {
        assertThat(text(story.total(share, "2026-10-01", "2026-11-01"))).isEqualTo("0/0 - -");
    }

    @Nested
    class What_counts {

        @Test
        void a_session_its_travel_notes_and_logged_time_of_the_same_week() throws Exception {
            held(AMINA, "2026-10-06", 50, 20);
            noted(AMINA, "2026-10-07", 15);
            logged(AMINA, "2026-10-08", "RECORDING", 90);
            logged(AMINA, "2026-10-09", "MEETING", 25);
            assertThat(text(october())).isEqualTo("50/200 25.0 -");
        }

        @Test
        void two_workers_count_twice_and_their_travel_once() throws Exception {
            story.tell("case", session(List.of(AMINA, BEN), "2026-10-06", 60, 30, List.of(NIA)));
            assertThat(text(october())).isEqualTo("120/150 80.0 -");
        }

        @Test
        void siblings_seen_together_count_once() throws Exception {
            story.tell("case", session(List.of(AMINA), "2026-10-06", 60, 0, List.of(NIA, HER_BROTHER)));
            assertThat(text(october())).isEqualTo("60/60 100.0 -");
        }

        @Test
        void travel_told_in_a_session_and_logged_again_that_day_counts_once() throws Exception {
            held(AMINA, "2026-10-06", 50, 20);
            logged(AMINA, "2026-10-06", "TRAVEL", 30);
            logged(AMINA, "2026-10-07", "TRAVEL", 20);
            assertThat(text(october())).isEqualTo("50/100 50.0 -");
        }

        @Test
        void a_worker_without_direct_work_in_the_week_does_not() throws Exception {
            held(AMINA, "2026-10-06", 50, 0);
            logged(AMINA, "2026-10-14", "RECORDING", 300);
            logged(BEN, "2026-10-06", "MEETING", 400);
            assertThat(text(october())).isEqualTo("50/50 100.0 -");
        }

        @Test
        void a_note_without_minutes_takes_no_time() throws Exception {
            held(AMINA, "2026-10-06", 50, 0);
            story.tell("case", new CaseNoteRecorded(List.of(AMINA), day("2026-10-06"), Optional.empty()));
            assertThat(text(october())).isEqualTo("50/50 100.0 -");
        }

        @Test
        void a_session_that_was_only_a_required_visit_is_also_left_out_apart() throws Exception {
            held(AMINA, "2026-10-06", 30, 0);
            story.tell("case", visit(AMINA, "2026-10-07", 10));
            Row total = october();
            assertThat(text(total)).isEqualTo("40/40 100.0 -");
            assertThat(total.shown("withoutVisits")).contains(BigDecimal.valueOf(30));
            assertThat(total.shown("shareWithoutVisits")).contains(new BigDecimal("75.0"));
        }
    }

    @Nested
    class At_the_borders {

        @Test
        void a_day_belongs_to_its_month_and_its_week_to_both() throws Exception {
            held(AMINA, "2026-09-30", 50, 0); // Wednesday
            logged(AMINA, "2026-10-01", "RECORDING", 70); // Thursday of the same week
            assertThat(text(story.total(share, "2026-09-01", "2026-10-01"))).isEqualTo("50/50 100.0 -");
            assertThat(text(october())).isEqualTo("0/70 0.0 -");
        }

        @Test
        void sunday_ends_the_week() throws Exception {
            held(AMINA, "2026-10-11", 50, 0); // Sunday
            logged(AMINA, "2026-10-12", "RECORDING", 70);
            logged(AMINA, "2026-10-05", "RECORDING", 30);
            assertThat(text(october())).isEqualTo("50/80 62.5 -");
        }

        @Test
        void a_period_is_half_open_and_need_not_be_months() throws Exception {
            held(AMINA, "2026-10-06", 10, 0);
            held(AMINA, "2026-10-07", 20, 0);
            held(AMINA, "2026-10-08", 40, 0);
            assertThat(text(story.total(share, "2026-10-07", "2026-10-08"))).isEqualTo("20/20 100.0 -");
        }

        @Test
        void months_and_financial_years_add_up_to_the_whole() throws Exception {
            held(AMINA, "2026-03-31", 10, 0);
            held(AMINA, "2026-04-01", 20, 0);
            held(AMINA, "2026-10-25", 40, 0); // a day of 25 hours
            assertThat(keys("2026-03-01", "2026-11-01", By.FINANCIAL_YEAR))
                    .containsExactly("2025-26 10/10", "2026-27 60/60", "total 70/70");
            assertThat(keys("2026-03-01", "2026-05-01", By.MONTH))
                    .containsExactly("2026-03 10/10", "2026-04 20/20", "total 30/30");
            assertThat(keys("2026-01-01", "2026-07-01", By.QUARTER))
                    .containsExactly("2026-Q1 10/10", "2026-Q2 20/20", "total 30/30");
        }
    }

    @Nested
    class Coverage {

        @Test
        void is_recorded_time_of_contracted_time() throws Exception {
            joined(AMINA, "1", "2026-01-01");
            held(AMINA, "2026-10-06", 555, 0);
            logged(AMINA, "2026-10-07", "RECORDING", 1110);
            assertThat(text(october())).isEqualTo("555/1665 33.3 75.0"); // of 2220, which is 37 hours
        }

        @Test
        void under_60_withholds_the_share_and_shows_its_parts() throws Exception {
            joined(AMINA, "1", "2026-01-01");
            held(AMINA, "2026-10-06", 1330, 0);
            assertThat(text(october())).isEqualTo("1330/1330 - 59.9");
            held(AMINA, "2026-10-07", 2, 0);
            assertThat(text(october())).isEqualTo("1332/1332 100.0 60.0");
        }

        @Test
        void counts_the_days_of_the_week_that_fall_into_the_period() throws Exception {
            joined(AMINA, "1", "2026-01-01");
            held(AMINA, "2026-09-30", 444, 0);
            // Monday to Wednesday are in September, Thursday and Friday in October.
            assertThat(text(story.total(share, "2026-09-01", "2026-10-01"))).isEqualTo("444/444 - 33.3");
            assertThat(text(october())).isEqualTo("0/0 - 0.0");
            assertThat(text(story.total(share, "2026-09-01", "2026-11-01"))).isEqualTo("444/444 - 20.0");
        }

        @Test
        void follows_the_contract_in_force() throws Exception {
            joined(AMINA, "1", "2026-01-01");
            story.tell(worker(AMINA), 2, Contracts.changed("0.5", "2026-10-07"), RECORDED);
            held(AMINA, "2026-10-06", 1554, 0); // two days of 444 and three of 222
            assertThat(text(october())).isEqualTo("1554/1554 100.0 100.0");
        }

        @Test
        void leaves_out_days_away_and_days_after_leaving() throws Exception {
            joined(AMINA, "1", "2026-01-01");
            story.tell(worker(AMINA), 2, Contracts.away("2026-10-05", "2026-10-07"), RECORDED);
            story.tell(worker(AMINA), 3, Contracts.left("2026-10-08"), RECORDED);
            held(AMINA, "2026-10-07", 888, 0); // Wednesday and Thursday are left
            assertThat(text(october())).isEqualTo("888/888 100.0 100.0");
        }

        @Test
        void is_unknown_where_no_contract_is_and_then_the_share_is_shown() throws Exception {
            held(AMINA, "2026-10-06", 10, 0);
            logged(AMINA, "2026-10-06", "RECORDING", 30);
            assertThat(text(october())).isEqualTo("10/40 25.0 -");
        }

        @Test
        void is_of_those_whose_contract_is_known() throws Exception {
            joined(AMINA, "1", "2026-01-01");
            held(AMINA, "2026-10-06", 2220, 0);
            held(BEN, "2026-10-06", 2220, 0);
            assertThat(text(october())).isEqualTo("4440/4440 100.0 100.0");
        }
    }

    @Nested
    class As_known_at {

        @Test
        void leaves_out_what_was_recorded_later() throws Exception {
            tell("2026-10-06", 10, "2026-10-06T17:00:00Z");
            tell("2026-10-07", 30, "2026-10-20T09:00:00Z");
            assertThat(text(story.totalAsOf(share, "2026-10-01", "2026-11-01", "2026-10-10T00:00:00Z")))
                    .isEqualTo("10/10 100.0 -");
            assertThat(text(story.totalAsOf(share, "2026-10-01", "2026-11-01", "2026-10-20T09:00:00Z")))
                    .isEqualTo("40/40 100.0 -");
        }

        private void tell(String day, int minutes, String recordedAt) throws Exception {
            story.tell(
                    new StreamId("case", UUID.randomUUID()),
                    1,
                    session(List.of(AMINA), day, minutes, 0, List.of(NIA)),
                    Instant.parse(recordedAt));
        }
    }

    @Test
    void names_the_events_it_counts_and_no_others() throws Exception {
        held(AMINA, "2026-10-06", 50, 0);
        logged(AMINA, "2026-10-06", "RECORDING", 30);
        logged(BEN, "2026-10-06", "RECORDING", 30);
        held(AMINA, "2026-11-06", 50, 0);
        var october = new Period(day("2026-10-01"), day("2026-11-01"));
        var asked = new Question(october, Optional.empty(), Optional.empty());
        var events = share.events(asked, Optional.empty(), 10).await().indefinitely();
        assertThat(events)
                .extracting(event -> event.type() + " " + event.counts())
                .containsExactlyInAnyOrder(
                        "direct-work-held [numerator, denominator]", "work-time-logged [denominator]");
        var rest = share.events(asked, Optional.of(events.getFirst().place()), 10)
                .await()
                .indefinitely();
        assertThat(rest).containsExactly(events.getLast());
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql() throws Exception {
        joined(AMINA, "1", "2026-01-01");
        held(AMINA, "2026-10-06", 1332, 0);
        story.tell("case", visit(AMINA, "2026-10-07", 333));
        held(BEN, "2026-11-03", 50, 10);
        assertThat(story.analystReads("select r::text from reports.direct_work_share r order by month"))
                .containsExactly("(2026-10,1665,1665,100.0,75.0,1332,80.0)", "(2026-11,50,60,83.3,,50,83.3)");
        Figures figures = story.figures(share, "2026-10-01", "2026-12-01", Optional.of(By.MONTH));
        assertThat(figures.items())
                .extracting(DirectWorkShareTest::text)
                .containsExactly("1665/1665 100.0 75.0", "50/60 83.3 -");
    }

    @Test
    void an_analyst_sees_no_worker_and_changes_nothing() {
        assertThatThrownBy(() -> story.analystReads("select worker::text from views.work_fact"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> story.analystReads("create table mine (id int)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> story.analystReads("select 1 from projections.build"))
                .hasMessageContaining("permission denied");
    }

    private static final Instant RECORDED = Instant.parse("2026-11-01T00:00:00Z");

    private Row october() {
        return story.total(share, "2026-10-01", "2026-11-01");
    }

    private List<String> keys(String from, String to, By by) {
        Figures figures = story.figures(share, from, to, Optional.of(by));
        return java.util.stream.Stream.concat(figures.items().stream(), java.util.stream.Stream.of(figures.total()))
                .map(row -> "%s %s/%s".formatted(row.key(), cell(row, "numerator"), cell(row, "denominator")))
                .toList();
    }

    private void held(UUID worker, String day, int minutes, int travel) throws Exception {
        story.tell("case", session(List.of(worker), day, minutes, travel, List.of(NIA)));
    }

    private static DirectWorkHeld session(
            List<UUID> workers, String day, int minutes, int travel, List<UUID> children) {
        return new DirectWorkHeld(
                workers,
                day(day),
                minutes,
                "IN_PERSON",
                children.stream()
                        .map(child -> new Attendance(child, true, false))
                        .toList(),
                Optional.empty(),
                Optional.of(travel),
                Optional.empty());
    }

    private static DirectWorkHeld visit(UUID worker, String day, int minutes) {
        return new DirectWorkHeld(
                List.of(worker),
                day(day),
                minutes,
                "IN_PERSON",
                List.of(new Attendance(NIA, true, true)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("REGISTER"));
    }

    private void noted(UUID worker, String day, int minutes) throws Exception {
        story.tell("case", new CaseNoteRecorded(List.of(worker), day(day), Optional.of(minutes)));
    }

    private void logged(UUID worker, String day, String category, int minutes) throws Exception {
        story.tell("work-day", new WorkTimeLogged(worker, day(day), category, minutes));
    }

    private void joined(UUID worker, String fte, String from) throws Exception {
        story.tell(worker(worker), 1, Contracts.joined(fte, from), RECORDED);
    }

    private static StreamId worker(UUID worker) {
        return new StreamId("worker", worker);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static String text(Row row) {
        return "%s/%s %s %s"
                .formatted(cell(row, "numerator"), cell(row, "denominator"), cell(row, "value"), cell(row, "coverage"));
    }

    private static String cell(Row row, String column) {
        return row.shown(column).map(Object::toString).orElse("-");
    }
}

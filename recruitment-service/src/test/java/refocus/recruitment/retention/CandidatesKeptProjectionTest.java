package refocus.recruitment.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.recruitment.retention.CandidatesKeptProjection.APPLICATIONS;
import static refocus.recruitment.retention.CandidatesKeptProjection.CANDIDATES;
import static refocus.recruitment.retention.CandidatesKeptProjection.ERASING;
import static refocus.recruitment.retention.CandidatesKeptProjection.HOLDS;
import static refocus.recruitment.retention.CandidatesKeptProjection.REFERENCES;
import static refocus.recruitment.retention.CandidatesKeptProjection.SERVICE_HOLDS;
import static refocus.recruitment.retention.CandidatesKeptProjection.VACANCIES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.projection.Rows;
import refocus.recruitment.application.ApplicationEvent.ApplicationStarted;
import refocus.recruitment.application.ApplicationEvent.ApplicationWithdrawn;
import refocus.recruitment.application.CheckEvent.ReferenceRequested;
import refocus.recruitment.candidate.CandidateEvent.CandidateErased;
import refocus.recruitment.candidate.CandidateEvent.CandidateErasureOrdered;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldLifted;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldPlaced;
import refocus.recruitment.candidate.CandidateEvent.CandidateRegistered;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldLifted;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldPlaced;
import refocus.recruitment.hold.ServiceHolds;
import refocus.recruitment.vacancy.VacancyEvent.VacancyCancelled;
import refocus.recruitment.vacancy.VacancyEvent.VacancyFilled;

/// Until when a candidate is kept; the rows here are recorded on 2 November 2026.
class CandidatesKeptProjectionTest {

    static final UUID MARI = new UUID(1, 1);
    static final UUID VACANCY = new UUID(2, 2);
    static final StreamId CANDIDATE = new StreamId("candidate", MARI);
    static final StreamId APPLICATION = new StreamId("application", new UUID(3, 3));
    static final LocalDate DAY = LocalDate.of(2026, 10, 20);

    final Rows<Object> rows = new Rows<>(new CandidatesKeptProjection());

    @Test
    void six_months_from_the_end_of_an_application_and_none_while_it_runs() {
        rows.after(CANDIDATE, registered(DAY)).after(APPLICATION, new ApplicationStarted(VACANCY, MARI, DAY));
        assertThat(rows.of(CANDIDATES)).containsExactly(new CandidateKept(MARI, LocalDate.of(2027, 4, 20), false));
        assertThat(rows.of(APPLICATIONS).getFirst().keptUntil()).isEmpty();
        rows.after(APPLICATION, new ApplicationWithdrawn(VACANCY, Optional.empty(), LocalDate.of(2026, 11, 1)));
        assertThat(rows.of(APPLICATIONS).getFirst().keptUntil()).contains(LocalDate.of(2027, 5, 1));
    }

    @Test
    void what_is_recorded_late_is_kept_for_thirty_days_to_be_looked_at() {
        rows.after(CANDIDATE, registered(LocalDate.of(2014, 5, 1)));
        assertThat(rows.of(CANDIDATES).getFirst().keptUntil()).isEqualTo(LocalDate.of(2026, 12, 2));
    }

    @Test
    void a_vacancy_that_is_filled_or_cancelled_ends_what_was_applied_for() {
        rows.after(new StreamId("vacancy", VACANCY), new VacancyCancelled("NO_FUNDING", DAY));
        assertThat(rows.of(VACANCIES)).containsExactly(new VacancyOver(VACANCY, LocalDate.of(2027, 4, 20)));
        rows.after(new StreamId("vacancy", MARI), new VacancyFilled(APPLICATION.id(), DAY));
        assertThat(rows.of(VACANCIES)).hasSize(2);
    }

    @Test
    void a_hold_is_there_while_it_lasts() {
        UUID hold = new UUID(4, 4);
        rows.after(CANDIDATE, new CandidateHoldPlaced(hold, "TRIBUNAL", Optional.empty(), DAY));
        assertThat(rows.of(HOLDS)).containsExactly(new CandidateHeld(hold, MARI));
        rows.after(CANDIDATE, new CandidateHoldLifted(hold, "ENDED", DAY));
        assertThat(rows.of(HOLDS)).isEmpty();
    }

    @Test
    void whoever_was_asked_is_kept_with_the_application() {
        UUID reference = new UUID(7, 7);
        Sealed referee = Sealed.about(reference, "Eirlys Pugh");
        rows.after(APPLICATION, new ReferenceRequested(reference, referee, referee, "COLLEAGUE", DAY));
        assertThat(rows.of(REFERENCES)).containsExactly(new ReferenceKept(reference, APPLICATION.id()));
    }

    @Test
    void a_hold_on_all_is_there_while_it_lasts() {
        StreamId all = new StreamId("service-hold", ServiceHolds.EVERY_CANDIDATE);
        UUID hold = new UUID(5, 5);
        rows.after(all, new ServiceHoldPlaced(hold, "INQUIRY", Optional.empty(), DAY));
        assertThat(rows.of(SERVICE_HOLDS)).containsExactly(new ServiceHeld(hold));
        rows.after(all, new ServiceHoldLifted(hold, "ENDED", DAY));
        assertThat(rows.of(SERVICE_HOLDS)).isEmpty();
    }

    @Test
    void an_erasure_is_due_until_it_is_done() {
        Instant from = Instant.parse("2026-11-02T10:00:00Z");
        rows.after(CANDIDATE, registered(DAY))
                .after(CANDIDATE, new CandidateErasureOrdered(new UUID(9, 9), "SUBJECT_ASKED", DAY, from));
        assertThat(rows.of(ERASING)).containsExactly(new CandidateDue(CANDIDATE.toString(), from));
        rows.after(CANDIDATE, new CandidateErased(new UUID(9, 9), List.of(), List.of(), DAY));
        assertThat(rows.of(ERASING)).isEmpty();
        assertThat(rows.of(CANDIDATES)).isEmpty();
    }

    private static CandidateRegistered registered(LocalDate on) {
        return new CandidateRegistered(
                Sealed.about(MARI, "Mari"), Sealed.about(MARI, "mari@example.org"), Optional.empty(), List.of(), on);
    }
}

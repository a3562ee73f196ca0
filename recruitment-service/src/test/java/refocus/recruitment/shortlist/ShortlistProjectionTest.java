package refocus.recruitment.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.recruitment.application.Facts.MARI;
import static refocus.recruitment.application.Facts.SIAN;
import static refocus.recruitment.application.Facts.VACANCY;
import static refocus.recruitment.shortlist.ShortlistProjection.SHORTLIST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.application.ApplicationEvent.ApplicationSubmitted;
import refocus.recruitment.application.ApplicationStatus;
import refocus.recruitment.application.Facts;
import refocus.recruitment.application.OfferEvent.OfferDeclined;
import refocus.recruitment.application.ScoreEvent.AssessorRecused;
import refocus.recruitment.application.SelectionEvent.InterviewScheduled;
import refocus.recruitment.application.SelectionEvent.Shortlisted;

class ShortlistProjectionTest {

    static final StreamId APPLICATION = new StreamId("application", new UUID(5, 5));
    static final LocalDate DAY = LocalDate.parse("2026-09-10");
    static final Instant INTERVIEW = Instant.parse("2026-10-01T09:00:00Z");

    final Rows<ApplicationEvent> rows = new Rows<>(new ShortlistProjection());

    @Test
    void a_late_application_says_so() {
        rows.after(APPLICATION, Facts.started())
                .after(APPLICATION, new ApplicationSubmitted(VACANCY, Optional.empty(), Optional.of("ILLNESS"), DAY));
        assertThat(rows.of(SHORTLIST)).singleElement().satisfies(row -> {
            assertThat(row.candidate()).isEqualTo(MARI);
            assertThat(row.status()).isEqualTo(ApplicationStatus.SUBMITTED);
            assertThat(row.late()).isTrue();
        });
    }

    @Test
    void it_follows_the_selection_and_not_the_scores() {
        rows.after(APPLICATION, Facts.started())
                .after(APPLICATION, Facts.submitted())
                .after(APPLICATION, new AssessorRecused(SIAN, "RELATED"))
                .after(APPLICATION, new Shortlisted(VACANCY, List.of(), DAY))
                .after(APPLICATION, new InterviewScheduled(INTERVIEW));
        assertThat(rows.of(SHORTLIST)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(ApplicationStatus.SHORTLISTED);
            assertThat(row.interviewAt()).contains(INTERVIEW);
        });
        rows.after(APPLICATION, new OfferDeclined(VACANCY, Optional.empty(), DAY));
        assertThat(rows.of(SHORTLIST).getFirst().status()).isEqualTo(ApplicationStatus.OFFER_DECLINED);
    }
}

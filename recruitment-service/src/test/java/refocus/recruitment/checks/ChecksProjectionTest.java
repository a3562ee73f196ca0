package refocus.recruitment.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.eventsourcing.personal.Sealed.about;
import static refocus.recruitment.application.Facts.HEAD;
import static refocus.recruitment.application.Facts.MARI;
import static refocus.recruitment.application.Facts.VACANCY;
import static refocus.recruitment.checks.ChecksProjection.CANDIDATES;
import static refocus.recruitment.checks.ChecksProjection.CHECKS;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.application.ApplicationEvent.ApplicationStarted;
import refocus.recruitment.application.CheckEvent.CheckExpired;
import refocus.recruitment.application.CheckEvent.CheckFailed;
import refocus.recruitment.application.CheckEvent.CheckRequested;
import refocus.recruitment.application.CheckEvent.CheckVerified;
import refocus.recruitment.application.Checks.State;

class ChecksProjectionTest {

    static final StreamId APPLICATION = new StreamId("application", new UUID(5, 5));
    static final LocalDate DAY = LocalDate.parse("2026-09-10");
    static final LocalDate LAST = DAY.plusYears(3);

    final Rows<ApplicationEvent> rows = new Rows<>(new ChecksProjection());

    @Test
    void each_kind_is_one_row_however_often_it_is_checked() {
        rows.after(APPLICATION, new CheckRequested("DBS_ENHANCED", DAY))
                .after(APPLICATION, new CheckFailed("DBS_ENHANCED", "NOT_VALID", DAY))
                .after(APPLICATION, verified());
        assertThat(rows.of(CHECKS)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.VERIFIED);
            assertThat(row.validUntil()).contains(LAST);
            assertThat(row.verifier()).contains(HEAD);
        });
    }

    @Test
    void an_expired_one_keeps_its_dates() {
        rows.after(APPLICATION, verified()).after(APPLICATION, new CheckExpired("DBS_ENHANCED", LAST));
        assertThat(rows.of(CHECKS)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.EXPIRED);
            assertThat(row.issuedOn()).contains(DAY);
        });
    }

    @Test
    void whose_they_are_is_known_from_the_start() {
        rows.after(APPLICATION, new ApplicationStarted(VACANCY, MARI, DAY));
        assertThat(rows.of(CANDIDATES)).containsExactly(new CheckedApplication(APPLICATION.id(), MARI));
    }

    private static CheckVerified verified() {
        return new CheckVerified("DBS_ENHANCED", DAY, HEAD, Optional.of(LAST), about(MARI, "Certificate 0017"));
    }
}

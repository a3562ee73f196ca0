package refocus.cases.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.cases.alerts.AlertsProjection.ALERTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.access.ChildAccessEvent;
import refocus.cases.access.ChildAccessEvent.AccessRestricted;
import refocus.cases.access.ChildAccessEvent.ConnectedAccessAttempted;
import refocus.cases.access.ChildAccessEvent.GlassBreakReviewed;
import refocus.cases.access.ChildAccessEvent.GlassBroken;
import refocus.cases.access.ChildAccessEvent.PossibleDuplicateRaised;
import refocus.cases.alerts.AlertEntry.Kind;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;

class AlertsProjectionTest {

    static final UUID NIA = new UUID(0, 1);
    static final UUID AMINA = new UUID(0, 2);
    static final UUID GLASS = new UUID(0, 3);
    static final UUID OTHER = new UUID(0, 4);
    static final StreamId ACCESS = new StreamId("child-access", NIA);
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    final Rows<ChildAccessEvent> rows = new Rows<>(new AlertsProjection());

    @Test
    void broken_glass_waits_for_its_review() {
        rows.after(ACCESS, new AccessRestricted("ADOPTION", Optional.empty()))
                .after(ACCESS, new GlassBroken(GLASS, AMINA, "COVER", Optional.empty(), NOON, NOON.plusSeconds(1)));
        assertThat(rows.of(ALERTS)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.GLASS_BROKEN);
            assertThat(alert.worker()).contains(AMINA);
            assertThat(alert.outcome()).isEmpty();
        });
        rows.after(ACCESS, new GlassBreakReviewed(GLASS, AMINA, OTHER, "JUSTIFIED", Optional.empty()));
        assertThat(rows.of(ALERTS).getFirst().outcome()).contains("JUSTIFIED");
    }

    @Test
    void attempts_and_possible_duplicates_are_told_each() {
        rows.after(ACCESS, new ConnectedAccessAttempted(AMINA, "child", NOON))
                .after(ACCESS, new PossibleDuplicateRaised(OTHER, List.of("NHS_NUMBER")));
        assertThat(rows.of(ALERTS))
                .extracting(AlertEntry::kind)
                .containsExactlyInAnyOrder(Kind.CONNECTED_ATTEMPT, Kind.POSSIBLE_DUPLICATE);
    }
}

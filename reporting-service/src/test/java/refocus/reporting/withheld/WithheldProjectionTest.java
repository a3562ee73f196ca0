package refocus.reporting.withheld;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.reporting.withheld.WithheldProjection.CHILDREN;
import static refocus.reporting.withheld.WithheldProjection.PLACES;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.contract.HeardContract;
import refocus.eventsourcing.projection.Rows;
import refocus.reporting.withheld.PlaceMessage.AccessLifted;
import refocus.reporting.withheld.PlaceMessage.AccessRestricted;
import refocus.reporting.withheld.PlaceMessage.CaseOpened;
import refocus.reporting.withheld.PlaceMessage.DirectWorkHeld;
import refocus.reporting.withheld.PlaceMessage.ReferralReceived;
import refocus.reporting.withheld.PlaceMessage.There;

class WithheldProjectionTest {

    static final UUID NIA = new UUID(0, 1);
    static final UUID MACSEN = new UUID(0, 2);
    static final StreamId ACCESS = new StreamId("child-access", NIA);
    static final StreamId CASE = new StreamId("case", new UUID(0, 3));
    static final StreamId REFERRAL = new StreamId("referral", new UUID(0, 4));

    final Rows<PlaceMessage> rows = new Rows<>(new WithheldProjection());

    @Test
    void a_child_is_withheld_while_the_record_is_restricted() {
        rows.after(ACCESS, new AccessRestricted());
        assertThat(rows.of(CHILDREN)).containsExactly(new WithheldChild(NIA));
        rows.after(ACCESS, new AccessLifted());
        assertThat(rows.of(CHILDREN)).isEmpty();
    }

    @Test
    void a_stream_is_each_childs_whom_it_is_about_and_a_shared_session_is_every_childs_who_was_there() {
        rows.after(CASE, new CaseOpened(MACSEN));
        rows.after(REFERRAL, new ReferralReceived(List.of(NIA, MACSEN)));
        rows.after(CASE, new DirectWorkHeld(List.of(new There(MACSEN))));
        rows.after(CASE, new DirectWorkHeld(List.of(new There(MACSEN), new There(NIA))));
        assertThat(rows.of(PLACES))
                .extracting(Place::place)
                .filteredOn(place -> !place.contains("/"))
                .hasSize(2);
        assertThat(rows.of(PLACES))
                .contains(
                        new Place(CASE.toString(), MACSEN),
                        new Place(REFERRAL.toString(), NIA),
                        new Place(REFERRAL.toString(), MACSEN))
                .hasSize(5);
    }

    @TestFactory
    Stream<DynamicTest> what_case_service_says_is_what_is_heard() {
        return HeardContract.of("case", PlaceMessage.class);
    }
}

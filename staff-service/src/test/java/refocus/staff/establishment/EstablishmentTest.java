package refocus.staff.establishment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.staff.establishment.EstablishmentCommand.SetPosts;
import refocus.staff.establishment.EstablishmentEvent.EstablishmentSet;

class EstablishmentTest {

    static final UUID TEAM = UUID.fromString("01930000-0000-7000-8000-0000000000a1");
    static final LocalDate DAY = LocalDate.parse("2026-04-01");

    final DeciderSpec<EstablishmentCommand, EstablishmentEvent, Establishment> anEstablishment =
            DeciderSpec.of(Establishment.TYPE.decider());

    @Test
    void posts_are_set_and_changed_and_given_up() {
        anEstablishment.when(posts("6.5")).then(set("6.5"));
        anEstablishment.given(set("6.5")).when(posts("7")).then(set("7"));
        anEstablishment.given(set("6.5")).when(posts("0")).then(set("0"));
    }

    @Test
    void the_same_again_is_a_repeat() {
        anEstablishment.given(set("6.5")).when(posts("6.50")).thenNothing();
    }

    @Test
    void there_are_never_fewer_than_none() {
        anEstablishment.when(posts("-1")).thenImpossible("fte", "fewer-than-none");
    }

    private static SetPosts posts(String fte) {
        return new SetPosts(TEAM, "practitioner", new BigDecimal(fte), DAY);
    }

    private static EstablishmentSet set(String fte) {
        return new EstablishmentSet(TEAM, "practitioner", new BigDecimal(fte), DAY);
    }
}

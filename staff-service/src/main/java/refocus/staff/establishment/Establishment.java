package refocus.staff.establishment;

import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.staff.establishment.EstablishmentCommand.SetPosts;
import refocus.staff.establishment.EstablishmentEvent.EstablishmentSet;

/// How many posts of a role a team is meant to have.
public sealed interface Establishment {

    record Unset() implements Establishment {}

    record Posts(EstablishmentSet set) implements Establishment {

        boolean are(SetPosts asked) {
            return set.fte().compareTo(asked.fte()) == 0 && set.from().equals(asked.from());
        }
    }

    StreamType<EstablishmentCommand, EstablishmentEvent, Establishment> TYPE = StreamType.of(
            "establishment",
            new Decider<>(new Unset(), Establishment::decide, Establishment::evolve),
            EstablishmentEvent.class,
            Establishment.class);

    static UUID of(UUID team, String role) {
        return StreamId.of("establishment", team, role).id();
    }

    static List<EstablishmentEvent> decide(Establishment state, EstablishmentCommand command) {
        return switch (command) {
            case SetPosts asked -> set(state, asked);
        };
    }

    static Establishment evolve(Establishment state, EstablishmentEvent event) {
        return switch (event) {
            case EstablishmentSet set -> new Posts(set);
        };
    }

    private static List<EstablishmentEvent> set(Establishment state, SetPosts asked) {
        if (asked.fte().signum() < 0) {
            throw new Impossible("fte", "fewer-than-none");
        }
        return state instanceof Posts posts && posts.are(asked)
                ? List.of()
                : List.of(new EstablishmentSet(asked.team(), asked.role(), asked.fte(), asked.from()));
    }
}

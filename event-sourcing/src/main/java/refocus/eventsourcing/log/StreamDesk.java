package refocus.eventsourcing.log;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.StreamType;

/// The desk of one kind of stream.
record StreamDesk<C, E, S>(StreamType<C, E, S> type, Desks desks) implements Desk<C, E, S> {

    @Override
    public Uni<Done> handle(UUID id, C command, Asking asking) {
        return desks.together(List.of(new Desks.Step<>(type, id, command)), asking);
    }

    @Override
    public Uni<Current<S>> read(UUID id) {
        return desks.read(type, id);
    }

    @Override
    public Uni<Current<S>> readAsKnown(UUID id, Instant at) {
        return desks.readAsKnown(type, id, at);
    }
}

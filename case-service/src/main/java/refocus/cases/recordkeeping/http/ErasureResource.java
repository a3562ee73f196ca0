package refocus.cases.recordkeeping.http;

import static refocus.cases.Roles.RECORDS_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.child.Child;
import refocus.cases.recordkeeping.RecordKeeping;
import refocus.cases.recordkeeping.RecordKeeping.Kept;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeptBy;
import refocus.cases.recordkeeping.RecordKeepingCommand.OrderErasure;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.cases.retention.ChildTraces;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desks.Step;
import refocus.eventsourcing.log.Done;
import refocus.eventsourcing.personal.SubjectKeys;

/// Erasing what is known about a child, and the proof of it.
@Path("/v1/children/{id}/erasure")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class ErasureResource {

    /// So that the clock does not come a moment before the key is forgotten everywhere.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    record Erasure(@NotBlank String reason, Optional<Instant> occurredAt) {}

    private final KeptRecords records;
    private final Keeping keeping;
    private final SharedTexts shared;
    private final Erasures erasures;
    private final ChildTraces traces;
    private final SubjectKeys keys;
    private final CodeSets codes;

    ErasureResource(
            KeptRecords records,
            Keeping keeping,
            SharedTexts shared,
            Erasures erasures,
            ChildTraces traces,
            SubjectKeys keys,
            CodeSets codes) {
        this.records = records;
        this.keeping = keeping;
        this.shared = shared;
        this.erasures = erasures;
        this.traces = traces;
        this.keys = keys;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Version>> order(
            @PathParam("id") UUID id, @NotNull @Valid Erasure asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("erasure-reason", "reason", asked.reason());
        UUID erasure = caller.newId("erasure");
        return records.read(id, "erasure", caller)
                .chain(child -> command(child, erasure, asked, caller))
                .chain(command -> ordered(id, command, asking))
                .call(done -> unlessRefused(done, erasure, caller))
                .map(Replies::done);
    }

    /// Where texts about the child are, and whether any can be read: looked at as it is asked.
    @GET
    public Uni<RestResponse<ErasureShown>> proof(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return records.read(id, "erasure", caller)
                .chain(() -> records.of(id))
                .chain(current -> switch (current.state()) {
                    case Kept _ -> throw new Unknown("erasure");
                    case RecordKeeping.Erasing _, RecordKeeping.Erased _ -> looked(id, current, caller);
                });
    }

    private Uni<RestResponse<ErasureShown>> looked(UUID id, Current<RecordKeeping> current, Caller caller) {
        return traces.of(id)
                .chain(found -> erasures.prove(id, referrers(current.state()), found))
                .map(proof -> Replies.state(current, ErasureShown.of(current.state(), proof, codes, caller)));
    }

    /// Those who were erased with the child.
    private static List<UUID> referrers(RecordKeeping state) {
        return state instanceof RecordKeeping.Erased(var done) ? done.referrers() : List.of();
    }

    /// What was said of several children is kept for those who are left, in the same append.
    private Uni<Done> ordered(UUID id, OrderErasure command, Asking asking) {
        Step<?, ?, ?> ordering = new Step<>(RecordKeeping.TYPE, id, command);
        return records.of(id)
                .chain(current -> kept(id, current.state(), command))
                .map(keeping ->
                        Stream.concat(Stream.of(ordering), keeping.stream()).toList())
                .chain(steps -> records.together(steps, asking));
    }

    private Uni<List<Step<?, ?, ?>>> kept(UUID id, RecordKeeping state, OrderErasure command) {
        List<Step<?, ?, ?>> none = List.of();
        return willBeOrdered(state, command)
                ? shared.of(id, command.today())
                : Uni.createFrom().item(none);
    }

    private static boolean willBeOrdered(RecordKeeping state, OrderErasure command) {
        return RecordKeeping.TYPE.decider().decide().apply(state, command).stream()
                .anyMatch(ErasureOrdered.class::isInstance);
    }

    /// Refused by what is known at once; ordered by all that is recorded up to now only, which takes a moment.
    private Uni<OrderErasure> command(Current<Child> child, UUID erasure, Erasure asked, Caller caller) {
        return command(child, erasure, asked, keeping.of(child, caller))
                .chain(first -> records.of(child.stream().id())
                        .chain(current -> willBeOrdered(current.state(), first)
                                ? command(child, erasure, asked, keeping.ofNow(child, caller))
                                : Uni.createFrom().item(first)));
    }

    private Uni<OrderErasure> command(Current<Child> child, UUID erasure, Erasure asked, Uni<List<KeptBy>> kept) {
        return Uni.combine()
                .all()
                .unis(kept, records.ofAll())
                .asTuple()
                .map(found ->
                        ordering(child.stream().id(), erasure, asked.reason(), found.getItem2(), found.getItem1()));
    }

    private OrderErasure ordering(UUID id, UUID erasure, String reason, Kept whole, List<KeptBy> kept) {
        return new OrderErasure(
                erasure,
                id,
                reason,
                whole.holds().anyLasts(),
                kept,
                Wales.today(),
                Instant.now().plus(erasures.untilForgotten()).plus(MARGIN));
    }

    /// The refusal is recorded, and told.
    private Uni<Void> unlessRefused(Done done, UUID erasure, Caller caller) {
        UUID id = done.stream().id();
        return Uni.combine()
                .all()
                .unis(records.of(id), keys.opener(Set.of(id)))
                .asTuple()
                .invoke(read -> {
                    if (read.getItem1().state() instanceof Kept kept) {
                        kept.refusal(erasure).ifPresent(refusal -> {
                            throw Refusal.of(refusal, read.getItem2(), codes, caller);
                        });
                    }
                })
                .replaceWithVoid();
    }
}

package refocus.staff.recordkeeping.http;

import static refocus.staff.Roles.RECORDS_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.staff.recordkeeping.RecordKeeping;
import refocus.staff.recordkeeping.RecordKeepingCommand.OrderErasure;
import refocus.staff.retention.StaffRule;
import refocus.staff.retention.StaffTraces;
import refocus.staff.worker.Worker;

/// Erasing what is known about a worker, where nothing keeps it. Its proof is in the record's keeping.
@Path("/v1/workers/{id}/erasure")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class ErasureResource {

    /// So that the clock does not come a moment before the key is forgotten everywhere.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    record Erasure(@NotBlank String reason, Optional<Instant> occurredAt) {}

    private final KeptRecords records;
    private final StaffTraces traces;
    private final Erasures erasures;
    private final CodeSets codes;

    ErasureResource(KeptRecords records, StaffTraces traces, Erasures erasures, CodeSets codes) {
        this.records = records;
        this.traces = traces;
        this.erasures = erasures;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Version>> order(
            @PathParam("id") UUID id, @NotNull @Valid Erasure asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String reason = codes.checked("erasure-reason", "reason", asked.reason());
        UUID erasure = caller.newId("erasure");
        Uni<OrderErasure> command = records.worker(id)
                .chain(worker -> records.ofAll().map(all -> ordering(erasure, reason, worker, all.state())));
        return command.chain(first -> mayBeOrdered(id, first))
                // A hold may have come while that took its time.
                .chain(() -> command)
                .chain(last -> records.handle(id, last, asking))
                .map(Replies::done);
    }

    /// Refused at once where something keeps the record; else when all is known that its traces are found by.
    private Uni<Void> mayBeOrdered(UUID id, OrderErasure command) {
        return records.of(id)
                .chain(current -> RecordKeeping.decide(current.state(), command).isEmpty()
                        ? Uni.createFrom().voidItem()
                        : traces.complete());
    }

    private OrderErasure ordering(UUID erasure, String reason, Worker worker, RecordKeeping all) {
        LocalDate today = Wales.today();
        return new OrderErasure(
                erasure,
                reason,
                RecordKeeping.holds(all).anyLasts(),
                StaffRule.keptUntil(worker, today),
                today,
                Instant.now().plus(erasures.untilForgotten()).plus(MARGIN));
    }
}

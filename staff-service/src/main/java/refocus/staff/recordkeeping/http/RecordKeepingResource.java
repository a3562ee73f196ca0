package refocus.staff.recordkeeping.http;

import static refocus.staff.Roles.RECORDS_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.erasure.Proof;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.HoldShown;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.staff.Looks;
import refocus.staff.recordkeeping.RecordKeeping;
import refocus.staff.recordkeeping.RecordKeeping.Erased;
import refocus.staff.recordkeeping.RecordKeeping.Erasing;
import refocus.staff.recordkeeping.RecordKeeping.Kept;
import refocus.staff.retention.StaffTraces;

/// Whether a worker's record is kept: the holds on it, those that were lifted too, or its erasure with the proof.
@Path("/v1/workers/{id}/record-keeping")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class RecordKeepingResource {

    enum Status {
        KEPT,
        ERASING,
        ERASED
    }

    record Shown(UUID worker, Status status, List<HoldShown> holds, Optional<ErasureShown> erasure) {}

    private final KeptRecords records;
    private final StaffTraces traces;
    private final Erasures erasures;
    private final SubjectKeys keys;
    private final CodeSets codes;
    private final Looks looks;

    RecordKeepingResource(
            KeptRecords records, StaffTraces traces, Erasures erasures, SubjectKeys keys, CodeSets codes, Looks looks) {
        this.records = records;
        this.traces = traces;
        this.erasures = erasures;
        this.keys = keys;
        this.codes = codes;
        this.looks = looks;
    }

    @GET
    public Uni<RestResponse<Shown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return records.of(id)
                .call(() -> looks.atKeeping(id, caller))
                .chain(current -> shown(id, current.state(), caller).map(shown -> Replies.state(current, shown)));
    }

    private Uni<Shown> shown(UUID id, RecordKeeping state, Caller caller) {
        return switch (state) {
            case Kept kept ->
                keys.opener(Set.of(id))
                        .map(opener -> new Shown(
                                id, Status.KEPT, HoldShown.all(kept.holds(), opener, codes, caller), Optional.empty()));
            case Erasing(var order) ->
                proven(id, Status.ERASING, proof -> ErasureShown.of(order, proof, codes, caller));
            case Erased(var done) -> proven(id, Status.ERASED, proof -> ErasureShown.of(done, proof, codes, caller));
        };
    }

    private Uni<Shown> proven(UUID id, Status status, Function<Proof, ErasureShown> erasure) {
        return traces.of(id)
                .chain(found -> erasures.prove(id, List.of(), found))
                .map(proof -> new Shown(id, status, List.of(), Optional.of(erasure.apply(proof))));
    }
}

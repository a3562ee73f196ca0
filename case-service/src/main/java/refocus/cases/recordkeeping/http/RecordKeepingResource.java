package refocus.cases.recordkeeping.http;

import static refocus.cases.Roles.RECORDS_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.recordkeeping.RecordKeeping;
import refocus.cases.recordkeeping.RecordKeeping.Erased;
import refocus.cases.recordkeeping.RecordKeeping.Erasing;
import refocus.cases.recordkeeping.RecordKeeping.Kept;
import refocus.cases.recordkeeping.RecordKeeping.Request;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeptBy;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessAnswered;
import refocus.cases.recordkeeping.http.Refusal.GroundShown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.HoldShown;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;

/// What keeps a child's record, until when, and who has asked to see it.
@Path("/v1/children/{id}/record-keeping")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class RecordKeepingResource {

    enum Status {
        KEPT,
        ERASING,
        ERASED
    }

    /// @param keptBy the rules that keep the record today
    record Shown(
            UUID child,
            Status status,
            List<HoldShown> holds,
            List<GroundShown> keptBy,
            List<RequestShown> subjectAccess,
            int erasuresRefused) {}

    record RequestShown(
            UUID id,
            String by,
            LocalDate receivedOn,
            LocalDate dueOn,
            boolean overdue,
            Optional<LocalDate> answeredOn,
            Optional<String> outcome) {

        static RequestShown of(Request request) {
            Optional<LocalDate> answeredOn = request.answer().map(SubjectAccessAnswered::answeredOn);
            return new RequestShown(
                    request.asked().request(),
                    request.asked().by(),
                    request.asked().receivedOn(),
                    request.asked().dueOn(),
                    answeredOn.orElse(Wales.today()).isAfter(request.asked().dueOn()),
                    answeredOn,
                    request.answer().map(SubjectAccessAnswered::outcome));
        }
    }

    private final KeptRecords records;
    private final Keeping keeping;
    private final SubjectKeys keys;
    private final CodeSets codes;

    RecordKeepingResource(KeptRecords records, Keeping keeping, SubjectKeys keys, CodeSets codes) {
        this.records = records;
        this.keeping = keeping;
        this.keys = keys;
        this.codes = codes;
    }

    @GET
    public Uni<RestResponse<Shown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return records.read(id, "record-keeping", caller)
                .chain(child -> Uni.combine()
                        .all()
                        .unis(records.of(id), keeping.of(child, caller), keys.opener(Set.of(id)))
                        .asTuple())
                .map(read -> Replies.state(
                        read.getItem1(), shown(id, read.getItem1(), read.getItem2(), read.getItem3(), caller)));
    }

    private Shown shown(UUID id, Current<RecordKeeping> current, List<KeptBy> keptBy, Opener opener, Caller caller) {
        return switch (current.state()) {
            case Kept kept ->
                new Shown(
                        id,
                        Status.KEPT,
                        HoldShown.all(kept.holds(), opener, codes, caller),
                        keptBy.stream()
                                .map(rule -> GroundShown.of(rule, codes, caller))
                                .toList(),
                        kept.requests().stream().map(RequestShown::of).toList(),
                        kept.refusals().size());
            case Erasing _ -> new Shown(id, Status.ERASING, List.of(), List.of(), List.of(), 0);
            case Erased _ -> new Shown(id, Status.ERASED, List.of(), List.of(), List.of(), 0);
        };
    }
}

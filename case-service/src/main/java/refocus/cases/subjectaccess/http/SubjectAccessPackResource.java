package refocus.cases.subjectaccess.http;

import static refocus.cases.Roles.RECORDS_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.cases.access.Basis;
import refocus.cases.access.http.Access;
import refocus.cases.child.Child;
import refocus.cases.child.ChildCommand;
import refocus.cases.child.ChildEvent;
import refocus.cases.retention.ChildTraces;
import refocus.cases.subjectaccess.Pack;
import refocus.cases.subjectaccess.PackWriter;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Language;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Entries;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;

/// What is recorded about a child, for a records manager to look through and give.
@Path("/v1/children/{id}/subject-access-pack")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class SubjectAccessPackResource {

    private final Desk<ChildCommand, ChildEvent, Child> children;
    private final ChildTraces traces;
    private final Entries log;
    private final SubjectKeys keys;
    private final CodeSets codes;
    private final Access access;
    private final Map<String, EventTypes<?>> types;

    SubjectAccessPackResource(
            Desks desks,
            ChildTraces traces,
            Entries log,
            SubjectKeys keys,
            CodeSets codes,
            Access access,
            Streams streams) {
        this.children = desks.of(Child.TYPE);
        this.traces = traces;
        this.log = log;
        this.keys = keys;
        this.codes = codes;
        this.access = access;
        this.types = streams.types().stream().collect(Collectors.toMap(StreamType::category, StreamType::events));
    }

    /// In the language the child prefers, unless the reader asks for another.
    @GET
    public Uni<Pack> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return children.read(id)
                .call(() -> access.readAs(Basis.SUBJECT_ACCESS, id, "subject-access-pack", caller))
                .map(child -> caller.asksFor().orElseGet(() -> preferred(child.state())))
                .chain(language -> Uni.combine()
                        .all()
                        .unis(traces.streams(id).chain(log::of), keys.opener(Set.of(id)))
                        .asTuple()
                        .map(read -> written(id, language, read.getItem1(), read.getItem2())));
    }

    private Pack written(UUID child, Language language, List<LogTail.Entry> entries, Opener opener) {
        var writer = new PackWriter(child, opener, codes, language.locale());
        entries.forEach(entry -> writer.with(
                entry,
                Objects.requireNonNull(
                        types.get(StreamId.fromString(entry.stream()).category()))));
        return writer.pack(Instant.now());
    }

    private static Language preferred(Child child) {
        return switch (child) {
            case Child.OnRecord(var details)
            when details.language()
                    .flatMap(ChildEvent.Language::preferred)
                    .filter("cy"::equals)
                    .isPresent() -> Language.CY;
            case Child.OnRecord _, Child.Unrecorded _ -> Language.EN;
        };
    }
}

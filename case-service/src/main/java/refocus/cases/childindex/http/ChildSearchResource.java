package refocus.cases.childindex.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.child.Child;
import refocus.cases.child.ChildCommand;
import refocus.cases.child.ChildCommand.OnDate;
import refocus.cases.child.ChildEvent;
import refocus.cases.child.ChildEvent.Precision;
import refocus.cases.child.Details;
import refocus.cases.child.NhsNumber;
import refocus.cases.child.Upn;
import refocus.cases.childindex.ChildIndexProjection;
import refocus.cases.childindex.ChildSearch;
import refocus.cases.childindex.Likeness;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Malformed;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;

/// Looks for children by name, date of birth and identifiers; the terms stand in the body, never in an address.
@Path("/v1/child-searches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({DUTY, PRACTITIONER, SENIOR_PRACTITIONER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class ChildSearchResource {

    private static final int USUAL = 20;

    record Search(
            Optional<@Size(min = 2, max = 200) String> name,
            Optional<LocalDate> dateOfBirth,
            Optional<@Size(max = 20) String> nhsNumber,
            Optional<@Size(max = 20) String> upn,
            Optional<@Min(1) @Max(50) Integer> limit) {

        boolean isEmpty() {
            return name.isEmpty() && dateOfBirth.isEmpty() && nhsNumber.isEmpty() && upn.isEmpty();
        }
    }

    record Found(
            UUID id,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<LocalDate> dateOfBirth,
            double score,
            List<String> matchedOn) {}

    record Results(List<Found> items) {}

    private final ChildSearch search;
    private final ChildIndexProjection index;
    private final Views views;
    private final Freshness freshness;
    private final Desk<ChildCommand, ChildEvent, Child> children;
    private final Access access;
    private final SubjectKeys keys;

    ChildSearchResource(
            ChildSearch search,
            ChildIndexProjection index,
            Views views,
            Freshness freshness,
            Desks desks,
            Access access,
            SubjectKeys keys) {
        this.search = search;
        this.index = index;
        this.views = views;
        this.freshness = freshness;
        this.children = desks.of(Child.TYPE);
        this.access = access;
        this.keys = keys;
    }

    @POST
    public Uni<Results> find(@NotNull @Valid Search asked, @BeanParam Caller caller, @BeanParam Purpose purpose) {
        if (asked.isEmpty()) {
            throw new Malformed("name", "search-term-needed");
        }
        return freshness
                .of(index, caller)
                .chain(() -> search.find(
                        asked.name(),
                        asked.dateOfBirth().map(date -> new OnDate(date, Precision.DAY)),
                        asked.nhsNumber().map(NhsNumber::fromString),
                        asked.upn().map(Upn::fromString)))
                .flatMap(found -> access.hidden(caller, purpose)
                        .map(hidden -> found.stream()
                                .filter(likeness -> !hidden.includes(likeness.child()))
                                .limit(asked.limit().orElse(USUAL))
                                .toList()))
                .flatMap(found -> access.list(
                                found.stream().map(Likeness::child).toList(), "child-search", caller, purpose)
                        .map(seen -> found.stream()
                                .filter(likeness -> seen.contains(likeness.child()))
                                .toList()))
                .flatMap(this::shown);
    }

    private Uni<Results> shown(List<Likeness> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::shown)
                .collect()
                .asList()
                .map(Results::new);
    }

    private Uni<Found> shown(Likeness likeness) {
        return Uni.combine()
                .all()
                .unis(children.read(likeness.child()), keys.opener(Set.of(likeness.child())))
                .asTuple()
                .map(read -> shown(likeness, read.getItem1(), read.getItem2()));
    }

    private static Found shown(Likeness likeness, Current<Child> current, Opener opener) {
        return switch (current.state()) {
            case Child.Unrecorded _ -> throw new Unknown("child");
            case Child.OnRecord(Details details) ->
                new Found(
                        likeness.child(),
                        opener.text(details.sealed("givenName")),
                        opener.text(details.sealed("familyName")),
                        opener.text(details.sealed("dateOfBirth")).map(LocalDate::parse),
                        Math.round(likeness.score() * 100) / 100.0,
                        likeness.matchedOn());
        };
    }
}

package refocus.eventsourcing.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.VersionConflict;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Done;

/// A library of books, to try the conventions on: it is package-private, as the services' resources are.
@Path("/v1/books")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class LibraryResource {

    enum Binding {
        PAPER,
        CLOTH
    }

    record Shelf(@NotBlank String room, int row) {}

    record NewBook(
            @NotBlank @Size(max = 100) String title,
            @NotNull Binding binding,
            Optional<LocalDate> printedOn,
            Optional<@Valid Shelf> shelf,
            Optional<Instant> occurredAt) {}

    record Isbn(String digits) {
        Isbn {
            if (digits.length() != 13) {
                throw new Impossible("isbn", "unknown-code");
            }
        }
    }

    record Labelled(@NotNull Isbn isbn) {}

    record Asked(
            UUID command,
            Optional<String> fingerprint,
            Optional<Long> seen,
            String actor,
            Optional<UUID> worker,
            Set<String> roles,
            String language,
            UUID correlation,
            Optional<String> traceparent,
            UUID newId) {}

    record Book(UUID id, String title) {}

    @POST
    @RolesAllowed("librarian")
    public Uni<RestResponse<Replies.Created>> add(@NotNull @Valid NewBook book, @BeanParam Caller caller) {
        caller.asks(book.occurredAt());
        var done = new Done(new StreamId("book", caller.newId("book")), 1);
        return Uni.createFrom().item(Replies.created(done, "/v1/books/"));
    }

    @POST
    @Path("asked")
    @RolesAllowed("librarian")
    public Asked asked(@NotNull @Valid NewBook book, @BeanParam Caller caller) {
        var asking = caller.asks(book.occurredAt());
        return new Asked(
                asking.command(),
                asking.fingerprint(),
                asking.seen(),
                asking.metadata().actor(),
                caller.worker(),
                caller.roles(),
                caller.language().tag(),
                asking.metadata().correlation(),
                asking.metadata().traceparent(),
                caller.newId("book"));
    }

    @POST
    @Path("labels")
    @RolesAllowed("librarian")
    public RestResponse<Replies.Version> label(@NotNull @Valid Labelled label) {
        return Replies.done(new Done(new StreamId("book", new UUID(0, 1)), 2));
    }

    @PUT
    @Path("{id}/title")
    @RolesAllowed("librarian")
    public RestResponse<Replies.Version> rename(
            @PathParam("id") UUID id, @NotNull @HeaderParam("If-Match") Seen seen, @NotNull @Valid Shelf shelf) {
        return Replies.done(new Done(new StreamId("book", id), seen.version() + 1));
    }

    @POST
    @Path("{id}/burning")
    @RolesAllowed("librarian")
    public RestResponse<Replies.Version> burn(@PathParam("id") UUID id, @BeanParam Caller caller) {
        var asking = caller.asksHavingSeen(Optional.empty());
        return Replies.done(new Done(new StreamId("book", id), asking.seen().orElseThrow() + 1));
    }

    /// Fetched from the stack: it takes its time.
    @GET
    @Path("stack")
    @RolesAllowed("librarian")
    public Uni<Book> fromTheStack() {
        return Uni.createFrom()
                .item(new Book(new UUID(0, 2), "Y Gododdin"))
                .onItem()
                .delayIt()
                .by(Duration.ofSeconds(1));
    }

    @GET
    @Path("{id}")
    @RolesAllowed("librarian")
    public RestResponse<Book> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        caller.wants();
        return Replies.state(new Current<>(new StreamId("book", id), 7, "state"), new Book(id, "Y Mabinogi"));
    }

    @GET
    @RolesAllowed("librarian")
    public Page<Integer> list(
            @BeanParam PageRequest asked,
            @QueryParam("from") Optional<LocalDate> from,
            @QueryParam("lent") Optional<Boolean> lent,
            @BeanParam Caller caller) {
        int first = asked.after().map(cursor -> (int) cursor.number(0) + 1).orElse(0);
        List<Integer> rows = IntStream.range(first, Math.min(first + asked.rows(), 120))
                .boxed()
                .toList();
        return Page.of(rows, asked, List::of);
    }

    @POST
    @Path("failures/{kind}")
    @RolesAllowed("librarian")
    public Uni<Replies.Version> fail(@PathParam("kind") String kind) {
        return Uni.createFrom().failure(() -> switch (kind) {
            case "refused" -> new Refused("book-lent", LocalDate.of(2026, 11, 2), 3);
            case "refused-to-you" -> new Refused("book-lent", LocalDate.of(2026, 11, 2), 3).notAllowed();
            case "unworded" -> new Refused("never-worded");
            case "impossible" -> new Impossible("shelf.row", "unknown-code");
            case "unknown" -> new Unknown("book");
            case "stale" -> new VersionConflict(new StreamId("book", new UUID(0, 1)), true);
            case "busy" -> new VersionConflict(new StreamId("book", new UUID(0, 1)), false);
            case "behind" -> new NotNow("view-behind", Duration.ofSeconds(2));
            case "database" -> new IllegalStateException(new ConnectException("secret-host refused"));
            default -> new IllegalStateException("secret inside");
        });
    }

    @GET
    @Path("unannotated")
    public String unannotated() {
        return "never";
    }
}

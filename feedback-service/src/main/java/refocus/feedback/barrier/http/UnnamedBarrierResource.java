package refocus.feedback.barrier.http;

import static refocus.feedback.Roles.BUSINESS_SUPPORT;
import static refocus.feedback.Roles.DUTY;
import static refocus.feedback.Roles.HEAD_OF_SERVICE;
import static refocus.feedback.Roles.HR_OFFICER;
import static refocus.feedback.Roles.PERSONAL_ADVISER;
import static refocus.feedback.Roles.PRACTITIONER;
import static refocus.feedback.Roles.REVIEWING_OFFICER;
import static refocus.feedback.Roles.SENIOR_PRACTITIONER;
import static refocus.feedback.Roles.SERVICE_MANAGER;
import static refocus.feedback.Roles.SUPPORT_WORKER;
import static refocus.feedback.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Done;
import refocus.eventsourcing.log.Uuids;
import refocus.feedback.barrier.Barrier;
import refocus.feedback.barrier.BarrierCommand;
import refocus.feedback.barrier.BarrierCommand.ConfirmResolution;
import refocus.feedback.barrier.BarrierCommand.RaiseBarrier;
import refocus.feedback.barrier.BarrierCommand.ReopenBarrier;
import refocus.feedback.barrier.BarrierEvent;
import refocus.feedback.barrier.http.BarrierTold.Draw;
import refocus.feedback.barrier.http.BarrierTold.Unnamed;
import refocus.feedback.barrier.http.BarrierTold.UnnamedConfirmation;
import refocus.feedback.barrier.http.BarrierTold.UnnamedReopening;
import refocus.feedback.barriers.Ladder;
import refocus.feedback.surveybox.TokenPool;

/// Barriers raised by someone who is not to be known: a token says that it is one of the staff, a receipt that it is
/// the one who raised it, and neither says who. Nothing of the request but its words is kept, and no time but the day.
@Path("/v1/barriers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class UnnamedBarrierResource {

    private static final String NOBODY = "anonymous";

    /// A token, shown once and to nobody else. That it was drawn is recorded nowhere.
    record Drawn(String token) {}

    /// A barrier that was raised.
    ///
    /// @param receipt shown to its raiser alone, who confirms with it that the barrier is gone
    record Raised(UUID id, long version, String receipt) {}

    private final Desk<BarrierCommand, BarrierEvent, Barrier> desk;
    private final TokenPool tokens;
    private final Receipts receipts;
    private final CodeSets codes;
    private final Ladder ladder;

    UnnamedBarrierResource(Desks desks, TokenPool tokens, Receipts receipts, CodeSets codes, Ladder ladder) {
        this.desk = desks.of(Barrier.TYPE);
        this.tokens = tokens;
        this.receipts = receipts;
        this.codes = codes;
        this.ladder = ladder;
    }

    @POST
    @Path("tokens")
    @RolesAllowed({
        DUTY,
        PRACTITIONER,
        SENIOR_PRACTITIONER,
        SUPPORT_WORKER,
        PERSONAL_ADVISER,
        REVIEWING_OFFICER,
        BUSINESS_SUPPORT,
        HR_OFFICER,
        TEAM_MANAGER,
        SERVICE_MANAGER,
        HEAD_OF_SERVICE
    })
    public Uni<RestResponse<Drawn>> draw(@NotNull Draw asked, @BeanParam Caller caller) {
        // Looked at for what is malformed in it, and forgotten.
        caller.asks(Optional.empty());
        return tokens.drawOfMany(TokenPool.BARRIERS)
                .map(token -> ResponseBuilder.ok(new Drawn(token))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @POST
    @Path("anonymous")
    @APIResponseSchema(value = Raised.class, responseCode = "201", responseDescription = "Created")
    public Uni<RestResponse<Raised>> raise(
            @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization, @NotNull @Valid Unnamed asked) {
        String token = Receipts.token(authorization);
        codes.checked("department", "department", asked.department());
        UUID barrier = receipts.barrier(token, asked.submission());
        String receipt = receipts.receipt(token, asked.submission());
        LocalDate today = Wales.today();
        var command = new RaiseBarrier(
                barrier,
                asked.department(),
                asked.what(),
                asked.effectOnChildren(),
                asked.hoursLostWeekly(),
                today,
                Optional.of(receipts.kept(receipt)));
        return tokens.use(TokenPool.BARRIERS, token, asked.submission())
                .chain(() -> desk.handle(barrier, command, unnamed(today)))
                .map(done -> raised(done, receipt));
    }

    @POST
    @Path("anonymous/{id}/confirmation")
    public Uni<RestResponse<Replies.Version>> confirm(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
            @NotNull @Valid UnnamedConfirmation asked) {
        return held(id, authorization, today -> new ConfirmResolution(id, asked.feltHeard(), today));
    }

    @POST
    @Path("anonymous/{id}/reopening")
    public Uni<RestResponse<Replies.Version>> reopen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
            @NotNull @Valid UnnamedReopening asked) {
        return held(id, authorization, today -> new ReopenBarrier(id, asked.reason(), today, ladder.ownersDay(today)));
    }

    private Uni<RestResponse<Replies.Version>> held(
            UUID id, Optional<String> authorization, Function<LocalDate, BarrierCommand> asked) {
        LocalDate today = Wales.today();
        return desk.read(id)
                .invoke(current -> receipts.mustHold(current.state(), authorization))
                .chain(() -> desk.handle(id, asked.apply(today), unnamed(today)))
                .map(Replies::done);
    }

    private static RestResponse<Raised> raised(Done done, String receipt) {
        RestResponse<Replies.Created> created = Replies.created(done, "/v1/barriers/");
        return ResponseBuilder.create(Status.CREATED, new Raised(done.stream().id(), done.version(), receipt))
                .replaceAll(created.getHeaders())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /// Of no request, by nobody, some time that day.
    private static Asking unnamed(LocalDate day) {
        var metadata = new Metadata(NOBODY, UUID.randomUUID(), Optional.empty(), Optional.empty());
        return new Asking(Uuids.next(), Optional.empty(), Optional.empty(), Wales.endOf(day.minusDays(1)), metadata);
    }
}

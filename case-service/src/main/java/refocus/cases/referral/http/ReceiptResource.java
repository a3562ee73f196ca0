package refocus.cases.referral.http;

import static refocus.cases.Roles.READS_RECEIPTS;
import static refocus.cases.frontdoor.FrontDoorProjection.FRONT_DOOR;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import refocus.cases.frontdoor.FrontDoorProjection;
import refocus.cases.frontdoor.ReferralEntry;
import refocus.cases.referral.Referral;
import refocus.cases.referral.ReferralCommand;
import refocus.cases.referral.ReferralEvent;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.audit.Disclosed;
import refocus.eventsourcing.audit.Disclosures;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.Views;

/// What another system of the council sees of a referral it sent: that it came in, and whether it was acknowledged.
///
/// No child, no candidates, nothing earlier; not even a version, for it would tell whether an earlier one was found.
@Path("/v1/referrals/{id}/receipt")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(READS_RECEIPTS)
class ReceiptResource {

    record Receipt(UUID id, LocalDate receivedOn, Optional<LocalDate> acknowledgedOn) {

        static Receipt of(ReferralEntry entry) {
            return new Receipt(entry.referral(), entry.receivedOn(), entry.acknowledgedOn());
        }
    }

    private final Desk<ReferralCommand, ReferralEvent, Referral> desk;
    private final Views views;
    private final FrontDoorProjection frontDoor;
    private final Disclosures disclosures;

    ReceiptResource(Desks desks, Views views, FrontDoorProjection frontDoor, Disclosures disclosures) {
        this.desk = desks.of(Referral.TYPE);
        this.views = views;
        this.frontDoor = frontDoor;
        this.disclosures = disclosures;
    }

    @GET
    public Uni<RestResponse<Receipt>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return desk.read(id)
                .call(current -> views.caughtUp(frontDoor.name(), current.stream(), 1))
                .flatMap(current -> views.list(
                                FRONT_DOOR, "where t.referral = $1 and t.sender = $2", id, caller.actor())
                        .flatMap(found -> found.isEmpty()
                                ? refused(current, caller)
                                : Uni.createFrom().item(reply(Receipt.of(found.getFirst())))));
    }

    private static RestResponse<Receipt> reply(Receipt receipt) {
        return ResponseBuilder.ok(receipt)
                .header(HttpHeaders.ETAG, receipt.acknowledgedOn().isPresent() ? "\"2\"" : "\"1\"")
                .build();
    }

    /// Another's, and so none: on record for each child it is about.
    private Uni<RestResponse<Receipt>> refused(Current<Referral> current, Caller caller) {
        List<Disclosed> denials = Referral.childrenOf(current.state()).stream()
                .map(child -> Disclosed.denied(child, "receipt", Optional.empty()))
                .toList();
        return disclosures.record(caller, denials).chain(() -> Uni.createFrom().failure(new Unknown("referral")));
    }
}

package refocus.cases.referral.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import refocus.cases.Roles;
import refocus.cases.child.Child;
import refocus.cases.child.http.KnownChildren;
import refocus.cases.referral.Referral;
import refocus.cases.referral.ReferralCommand.ReceiveReferral;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Desks.Step;
import refocus.eventsourcing.log.Done;

/// Takes in a referral, from people who know the children's records and from systems that describe them.
///
/// A system's referral makes a record for each child in the same append. It learns nothing from that: no id, and not
/// whether the child was known.
@Singleton
class Intake {

    private final Desks desks;
    private final KnownChildren known;
    private final CodeSets codes;

    Intake(Desks desks, KnownChildren known, CodeSets codes) {
        this.desks = desks;
        this.known = known;
        this.codes = codes;
    }

    Uni<Done> take(ReferralResource.Report report, Caller caller, Asking asking) {
        return caller.is(Roles.SYSTEM) ? described(report, caller, asking) : onRecord(report, caller, asking);
    }

    private Uni<Done> onRecord(ReferralResource.Report report, Caller caller, Asking asking) {
        List<UUID> children = IntStream.range(0, report.children().size())
                .mapToObj(place -> report.children()
                        .get(place)
                        .id()
                        .orElseThrow(() -> new Impossible("children[%d]".formatted(place), "register-child-first")))
                .distinct()
                .toList();
        return known.mustBeKnown("children", children, caller)
                .chain(() -> desks.of(Referral.TYPE)
                        .handle(referral(caller), command(report, children, caller, asking), asking));
    }

    private Uni<Done> described(ReferralResource.Report report, Caller caller, Asking asking) {
        LocalDate today = Wales.dayOf(asking.occurredAt());
        var children = new ArrayList<UUID>();
        var registering = new ArrayList<Step<?, ?, ?>>();
        for (ChildReported reported : report.children()) {
            String field = "children[%d]".formatted(children.size());
            UUID child = caller.newId(field);
            var details = reported.details().orElseThrow(() -> new Impossible(field, "unknown-child"));
            registering.add(new Step<>(Child.TYPE, child, details.checked(codes).asked(child, today)));
            children.add(child);
        }
        var receiving = new Step<>(Referral.TYPE, referral(caller), command(report, children, caller, asking));
        return desks.together(
                Stream.concat(Stream.of(receiving), registering.stream()).toList(), asking);
    }

    private static UUID referral(Caller caller) {
        return caller.newId("referral");
    }

    private static ReceiveReferral command(
            ReferralResource.Report report, List<UUID> children, Caller caller, Asking asking) {
        return report.asked(children, report.referrer().map(_ -> caller.newId("referrer")), asking);
    }
}

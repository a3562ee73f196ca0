package refocus.cases.decision.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.decision.Decision;
import refocus.cases.decision.DecisionCommand;
import refocus.cases.decision.DecisionCommand.By;
import refocus.cases.decision.DecisionCommand.Proposal;
import refocus.cases.decision.DecisionCommand.ProposeDecision;
import refocus.cases.decision.DecisionCommand.Right;
import refocus.cases.decision.DecisionCommand.Taking;
import refocus.cases.decision.DecisionCommand.When;
import refocus.cases.decision.DecisionEvent;
import refocus.cases.decision.DecisionFile;
import refocus.cases.decision.http.Subjects.Known;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Done;
import refocus.eventsourcing.personal.SubjectKeys;

/// From a request about a decision to its command: codes checked, the right in force found, the decision its subject's.
@Singleton
class Deciding {

    private final Desk<DecisionCommand, DecisionEvent, Decision> desk;
    private final Rights rights;
    private final CodeSets codes;
    private final SubjectKeys keys;

    Deciding(Desks desks, Rights rights, CodeSets codes, SubjectKeys keys) {
        this.desk = desks.of(Decision.TYPE);
        this.rights = rights;
        this.codes = codes;
        this.keys = keys;
    }

    Uni<ProposeDecision> proposal(Known about, Asked.Proposing asked, Caller caller, Asking asking) {
        String kind = codes.checked("decision-kind", "kind", asked.kind());
        String tier = asked.tier()
                .map(given -> codes.checked("risk-tier", "tier", given))
                .orElse(about.usualTier());
        By by = by(caller, asked.byPanel());
        return rights.on(when(asking).on(), kind, tier)
                .map(right -> new ProposeDecision(
                        proposed(about, asked, kind, tier, right), taking(about, asked), by, when(asking)));
    }

    private static Proposal proposed(Known about, Asked.Proposing asked, String kind, String tier, Right right) {
        return new Proposal(
                about.subject(),
                kind,
                tier,
                right,
                asked.options().orElse(List.of()),
                Optional.of(asked.rationale()),
                asked.childView());
    }

    private static Optional<Taking> taking(Known about, Asked.Proposing asked) {
        return asked.isTaken()
                ? Optional.of(new Taking(about.subject(), Optional.empty(), asked.outsideRule()))
                : Optional.empty();
    }

    Uni<Done> propose(UUID decision, ProposeDecision command, Asking asking) {
        return desk.handle(decision, command, asking);
    }

    /// A decision about something else is not here.
    Uni<Done> handle(Known about, UUID decision, DecisionCommand command, Asking asking) {
        return found(about, decision).chain(() -> desk.handle(decision, command, asking));
    }

    /// @param seen those of the children whom the reader may see
    Uni<RestResponse<DecisionShown>> shown(Known about, UUID decision, Set<UUID> seen) {
        return found(about, decision)
                .flatMap(current -> keys.opener(DecisionShown.subjects(current.state()))
                        .map(opener -> Replies.state(
                                current,
                                DecisionShown.of(decision, current.state(), opener)
                                        .of(seen))));
    }

    private Uni<Current<Decision>> found(Known about, UUID decision) {
        return desk.read(decision).invoke(current -> {
            DecisionFile file = DecisionFile.of(current.state()).orElseThrow(() -> new Unknown("decision"));
            if (!file.isAbout(about.subject().referral(), about.subject().caseId())) {
                throw new Unknown("decision");
            }
        });
    }

    /// Who acts; a manager may record what a panel decided.
    By by(Caller caller, Optional<Boolean> panel) {
        By by = rights.by(caller);
        return panel.orElse(false) ? by.forPanel() : by;
    }

    void checkReviewOutcome(String outcome) {
        codes.checked("decision-review-outcome", "outcome", outcome);
    }

    static When when(Asking asking) {
        return new When(asking.occurredAt(), Wales.dayOf(asking.occurredAt()));
    }
}

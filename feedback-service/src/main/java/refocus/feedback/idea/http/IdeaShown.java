package refocus.feedback.idea.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.Sealed;
import refocus.feedback.idea.BusinessCase;
import refocus.feedback.idea.Idea;
import refocus.feedback.idea.Idea.Approved;
import refocus.feedback.idea.Idea.Declined;
import refocus.feedback.idea.Idea.Drafted;
import refocus.feedback.idea.Idea.Merged;
import refocus.feedback.idea.Idea.Proposed;
import refocus.feedback.idea.Idea.Submitted;
import refocus.feedback.idea.Idea.Unproposed;
import refocus.feedback.idea.Idea.Withdrawn;
import refocus.feedback.idea.IdeaEvent.BenefitMeasured;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDecided;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDrafted;
import refocus.feedback.idea.IdeaEvent.ChildNeedScored;
import refocus.feedback.idea.IdeaEvent.Citation;
import refocus.feedback.idea.IdeaEvent.EvidenceAttached;
import refocus.feedback.idea.IdeaEvent.Outcome;

/// An idea as its reader sees it; what is erased is left out.
record IdeaShown(
        UUID id,
        Status status,
        Optional<String> title,
        Optional<String> text,
        UUID proposedBy,
        LocalDate proposedOn,
        int supporters,
        Optional<UUID> mergedInto,
        @JsonProperty("businessCase") Optional<Argued> argued,
        Optional<Decided> decision,
        Optional<LocalDate> startedOn,
        Optional<LocalDate> completedOn,
        List<BenefitMeasured> benefits) {

    enum Status {
        PROPOSED,
        DRAFTED,
        SUBMITTED,
        APPROVED,
        DECLINED,
        WITHDRAWN,
        MERGED
    }

    record Choice(Optional<String> name, Optional<String> benefit, long costPounds) {}

    record Proof(UUID id, String strength, Optional<String> summary, Optional<Citation> figure) {}

    record Argued(
            UUID author,
            List<Choice> options,
            int recommended,
            String measure,
            BigDecimal baseline,
            BigDecimal target,
            List<Proof> evidence,
            List<ChildNeedScored> needScores) {}

    record Objection(UUID worker, Optional<String> reason) {}

    record Decided(
            UUID decidedBy,
            Outcome outcome,
            List<UUID> evidence,
            Optional<String> rationale,
            List<Objection> dissent,
            LocalDate decidedOn) {}

    /// Whose keys its texts are under.
    static Set<UUID> subjects(Idea state) {
        Stream<Sealed> texts = Stream.of(
                        Stream.of(Idea.file(state).proposed().title()),
                        argued(state).stream().flatMap(IdeaShown::texts),
                        decision(state).stream().flatMap(IdeaShown::texts))
                .flatMap(all -> all);
        return texts.map(Sealed::subject).collect(Collectors.toUnmodifiableSet());
    }

    static IdeaShown of(UUID id, Idea state, Opener opener) {
        Idea.File file = Idea.file(state);
        Optional<Approved> approved = state instanceof Approved under ? Optional.of(under) : Optional.empty();
        return new IdeaShown(
                id,
                status(state),
                opener.open(file.proposed().title()).text(),
                opener.open(file.proposed().text()).text(),
                file.proposed().proposedBy(),
                file.proposed().proposedOn(),
                file.supporters().size(),
                state instanceof Merged merged ? Optional.of(merged.into()) : Optional.empty(),
                argued(state).map(argued -> shown(argued, opener)),
                decision(state).map(decision -> shown(decision, opener)),
                approved.flatMap(Approved::startedOn),
                approved.flatMap(Approved::completedOn),
                approved.map(Approved::benefits).orElse(List.of()));
    }

    private static Argued shown(BusinessCase argued, Opener opener) {
        BusinessCaseDrafted draft = argued.draft();
        return new Argued(
                draft.author(),
                draft.options().stream()
                        .map(option -> new Choice(
                                opener.open(option.name()).text(),
                                opener.open(option.benefit()).text(),
                                option.costPounds()))
                        .toList(),
                draft.recommended(),
                draft.measure(),
                draft.baseline(),
                draft.target(),
                argued.evidence().stream().map(proof -> shown(proof, opener)).toList(),
                argued.scores());
    }

    /// One piece of its evidence.
    static Proof evidence(Idea state, UUID id, Opener opener) {
        return argued(state).stream()
                .flatMap(argued -> argued.evidence().stream())
                .filter(proof -> proof.evidence().equals(id))
                .findFirst()
                .map(proof -> shown(proof, opener))
                .orElseThrow(() -> new Unknown("evidence"));
    }

    private static Proof shown(EvidenceAttached proof, Opener opener) {
        return new Proof(
                proof.evidence(), proof.strength(), opener.open(proof.summary()).text(), proof.figure());
    }

    private static Decided shown(BusinessCaseDecided decision, Opener opener) {
        return new Decided(
                decision.decidedBy(),
                decision.outcome(),
                decision.evidence(),
                opener.open(decision.rationale()).text(),
                decision.dissent().stream()
                        .map(one -> new Objection(
                                one.worker(), opener.open(one.reason()).text()))
                        .toList(),
                decision.decidedOn());
    }

    private static Stream<Sealed> texts(BusinessCase argued) {
        return Stream.concat(
                argued.draft().options().stream().map(option -> option.name()),
                argued.evidence().stream().map(EvidenceAttached::summary));
    }

    private static Stream<Sealed> texts(BusinessCaseDecided decision) {
        return Stream.concat(
                Stream.of(decision.rationale()), decision.dissent().stream().map(one -> one.reason()));
    }

    private static Optional<BusinessCase> argued(Idea state) {
        return switch (state) {
            case Unproposed _, Proposed _, Withdrawn _, Merged _ -> Optional.empty();
            case Drafted drafted -> Optional.of(drafted.argued());
            case Submitted submitted -> Optional.of(submitted.argued());
            case Approved approved -> Optional.of(approved.argued());
            case Declined declined -> Optional.of(declined.argued());
        };
    }

    private static Optional<BusinessCaseDecided> decision(Idea state) {
        return switch (state) {
            case Unproposed _, Proposed _, Drafted _, Submitted _, Withdrawn _, Merged _ -> Optional.empty();
            case Approved approved -> Optional.of(approved.decision());
            case Declined declined -> Optional.of(declined.decision());
        };
    }

    private static Status status(Idea state) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("idea");
            case Proposed _ -> Status.PROPOSED;
            case Drafted _ -> Status.DRAFTED;
            case Submitted _ -> Status.SUBMITTED;
            case Approved _ -> Status.APPROVED;
            case Declined _ -> Status.DECLINED;
            case Withdrawn _ -> Status.WITHDRAWN;
            case Merged _ -> Status.MERGED;
        };
    }
}

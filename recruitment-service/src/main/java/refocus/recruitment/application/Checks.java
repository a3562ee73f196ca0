package refocus.recruitment.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import refocus.eventsourcing.personal.Sealed;
import refocus.recruitment.application.CheckEvent.CheckExpired;
import refocus.recruitment.application.CheckEvent.CheckFailed;
import refocus.recruitment.application.CheckEvent.CheckRequested;
import refocus.recruitment.application.CheckEvent.CheckVerified;
import refocus.recruitment.application.CheckEvent.ReferenceReceived;
import refocus.recruitment.application.CheckEvent.ReferenceRefused;
import refocus.recruitment.application.CheckEvent.ReferenceReplaced;
import refocus.recruitment.application.CheckEvent.ReferenceRequested;
import refocus.recruitment.application.OfferEvent.CheckedUntil;

/// What has been checked about a candidate, and what is still open.
public record Checks(List<Check> checks, List<Reference> references) {

    /// Stands for two references, which have a life of their own.
    static final String REFERENCE = "REFERENCE";

    static final Checks NONE = new Checks(List.of(), List.of());

    private static final int REFERENCES_NEEDED = 2;

    /// What is known of one kind of check.
    ///
    /// @param validUntil the last day it counts; absent where it does not lapse
    /// @param verifier who has seen the evidence, and `evidence` where it is found
    public record Check(
            String kind,
            State state,
            Optional<LocalDate> issuedOn,
            Optional<LocalDate> validUntil,
            Optional<UUID> verifier,
            Optional<Sealed> evidence) {

        static Check only(String kind, State state) {
            return new Check(kind, state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Check of(CheckVerified verified) {
            return new Check(
                    verified.kind(),
                    State.VERIFIED,
                    Optional.of(verified.issuedOn()),
                    verified.validUntil(),
                    Optional.of(verified.verifier()),
                    Optional.of(verified.evidence()));
        }

        Check expired(LocalDate last) {
            return new Check(kind, State.EXPIRED, issuedOn, Optional.of(last), verifier, evidence);
        }

        boolean countsOn(LocalDate day) {
            return state == State.VERIFIED
                    && validUntil.filter(last -> last.isBefore(day)).isEmpty();
        }
    }

    /// What is known of one reference.
    ///
    /// @param referee under a key of the referee's own
    /// @param verifier who has read what came
    public record Reference(
            UUID reference,
            ReferenceState state,
            Sealed referee,
            String relationship,
            LocalDate requestedOn,
            Optional<UUID> verifier,
            Optional<LocalDate> receivedOn) {

        Reference now(ReferenceState next) {
            return new Reference(reference, next, referee, relationship, requestedOn, verifier, receivedOn);
        }

        Reference after(ReferenceReceived received) {
            return new Reference(
                    reference,
                    received.satisfactory() ? ReferenceState.SATISFACTORY : ReferenceState.UNSATISFACTORY,
                    referee,
                    relationship,
                    requestedOn,
                    Optional.of(received.verifier()),
                    Optional.of(received.receivedOn()));
        }
    }

    public enum State {
        REQUESTED,
        VERIFIED,
        FAILED,
        EXPIRED
    }

    public enum ReferenceState {
        REQUESTED,
        SATISFACTORY,
        UNSATISFACTORY,
        REFUSED,
        REPLACED
    }

    public Optional<Check> of(String kind) {
        return checks.stream().filter(check -> check.kind().equals(kind)).findFirst();
    }

    public Optional<Reference> reference(UUID id) {
        return references.stream().filter(known -> known.reference().equals(id)).findFirst();
    }

    /// Those of the mandatory kinds that would not count on that day.
    public List<String> open(List<String> mandatory, LocalDate day) {
        return mandatory.stream().filter(kind -> !counts(kind, day)).toList();
    }

    List<String> failed(List<String> mandatory) {
        return mandatory.stream()
                .filter(kind ->
                        of(kind).filter(check -> check.state() == State.FAILED).isPresent())
                .toList();
    }

    List<CheckedUntil> verified() {
        return checks.stream()
                .filter(check -> check.state() == State.VERIFIED)
                .map(check -> new CheckedUntil(check.kind(), check.validUntil()))
                .toList();
    }

    Checks after(CheckEvent event) {
        return switch (event) {
            case CheckRequested requested -> with(Check.only(requested.kind(), State.REQUESTED));
            case CheckVerified verified -> with(Check.of(verified));
            case CheckFailed failed -> with(Check.only(failed.kind(), State.FAILED));
            case CheckExpired(var kind, var last) ->
                with(of(kind).orElseGet(() -> Check.only(kind, State.EXPIRED)).expired(last));
            case ReferenceRequested requested -> and(reference(requested));
            case ReferenceReceived received -> with(received.reference(), known -> known.after(received));
            case ReferenceRefused refused -> with(refused.reference(), known -> known.now(ReferenceState.REFUSED));
            case ReferenceReplaced replaced -> with(replaced.reference(), known -> known.now(ReferenceState.REPLACED));
        };
    }

    private boolean counts(String kind, LocalDate day) {
        if (kind.equals(REFERENCE)) {
            return references.stream()
                            .filter(known -> known.state() == ReferenceState.SATISFACTORY)
                            .count()
                    >= REFERENCES_NEEDED;
        }
        return of(kind).filter(check -> check.countsOn(day)).isPresent();
    }

    private Checks with(Check now) {
        var others = checks.stream().filter(check -> !check.kind().equals(now.kind()));
        return new Checks(Stream.concat(others, Stream.of(now)).toList(), references);
    }

    private static Reference reference(ReferenceRequested asked) {
        return new Reference(
                asked.reference(),
                ReferenceState.REQUESTED,
                asked.referee(),
                asked.relationship(),
                asked.requestedOn(),
                Optional.empty(),
                Optional.empty());
    }

    private Checks and(Reference asked) {
        return new Checks(
                checks, Stream.concat(references.stream(), Stream.of(asked)).toList());
    }

    private Checks with(UUID reference, UnaryOperator<Reference> change) {
        return new Checks(
                checks,
                references.stream()
                        .map(known -> known.reference().equals(reference) ? change.apply(known) : known)
                        .toList());
    }
}

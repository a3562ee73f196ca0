package refocus.recruitment.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
    public record Check(String kind, State state, Optional<LocalDate> issuedOn, Optional<LocalDate> validUntil) {

        boolean countsOn(LocalDate day) {
            return state == State.VERIFIED
                    && validUntil.filter(last -> last.isBefore(day)).isEmpty();
        }
    }

    public record Reference(UUID reference, ReferenceState state) {}

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

    Optional<Reference> reference(UUID id) {
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
            case CheckRequested requested ->
                with(new Check(requested.kind(), State.REQUESTED, Optional.empty(), Optional.empty()));
            case CheckVerified verified ->
                with(new Check(
                        verified.kind(), State.VERIFIED, Optional.of(verified.issuedOn()), verified.validUntil()));
            case CheckFailed failed -> with(new Check(failed.kind(), State.FAILED, Optional.empty(), Optional.empty()));
            case CheckExpired(var kind, var last) ->
                with(new Check(kind, State.EXPIRED, of(kind).flatMap(Check::issuedOn), Optional.of(last)));
            case ReferenceRequested requested -> with(requested.reference(), ReferenceState.REQUESTED);
            case ReferenceReceived received ->
                with(
                        received.reference(),
                        received.satisfactory() ? ReferenceState.SATISFACTORY : ReferenceState.UNSATISFACTORY);
            case ReferenceRefused refused -> with(refused.reference(), ReferenceState.REFUSED);
            case ReferenceReplaced replaced -> with(replaced.reference(), ReferenceState.REPLACED);
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

    private Checks with(UUID reference, ReferenceState state) {
        var now = new Reference(reference, state);
        if (reference(reference).isEmpty()) {
            return new Checks(
                    checks, Stream.concat(references.stream(), Stream.of(now)).toList());
        }
        UnaryOperator<Reference> replaced = known -> known.reference().equals(reference) ? now : known;
        return new Checks(checks, references.stream().map(replaced).toList());
    }
}

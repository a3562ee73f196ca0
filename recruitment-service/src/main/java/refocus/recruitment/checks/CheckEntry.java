package refocus.recruitment.checks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.recruitment.application.CheckEvent.CheckVerified;
import refocus.recruitment.application.Checks.State;

/// One kind of check of one application.
public record CheckEntry(
        UUID application,
        String kind,
        State state,
        Optional<LocalDate> issuedOn,
        Optional<LocalDate> validUntil,
        Optional<UUID> verifier) {

    static CheckEntry requested(UUID application, String kind) {
        return new CheckEntry(application, kind, State.REQUESTED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static CheckEntry failed(UUID application, String kind) {
        return new CheckEntry(application, kind, State.FAILED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static CheckEntry verified(UUID application, CheckVerified event) {
        return new CheckEntry(
                application,
                event.kind(),
                State.VERIFIED,
                Optional.of(event.issuedOn()),
                event.validUntil(),
                Optional.of(event.verifier()));
    }

    CheckEntry expired() {
        return new CheckEntry(application, kind, State.EXPIRED, issuedOn, validUntil, verifier);
    }
}

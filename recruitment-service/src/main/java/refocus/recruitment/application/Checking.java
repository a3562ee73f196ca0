package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.recruitment.application.Application.Ended;
import refocus.recruitment.application.Application.Hired;
import refocus.recruitment.application.Application.InSift;
import refocus.recruitment.application.Application.Interviewed;
import refocus.recruitment.application.Application.OfferTaken;
import refocus.recruitment.application.Application.Offered;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.Application.Started;
import refocus.recruitment.application.Application.ToInterview;
import refocus.recruitment.application.CheckCommand.ExpireChecks;
import refocus.recruitment.application.CheckCommand.FailCheck;
import refocus.recruitment.application.CheckCommand.ReceiveReference;
import refocus.recruitment.application.CheckCommand.RefuseReference;
import refocus.recruitment.application.CheckCommand.RequestCheck;
import refocus.recruitment.application.CheckCommand.RequestReference;
import refocus.recruitment.application.CheckCommand.VerifyCheck;
import refocus.recruitment.application.CheckEvent.CheckExpired;
import refocus.recruitment.application.CheckEvent.CheckFailed;
import refocus.recruitment.application.CheckEvent.CheckRequested;
import refocus.recruitment.application.CheckEvent.CheckVerified;
import refocus.recruitment.application.CheckEvent.ReferenceReceived;
import refocus.recruitment.application.CheckEvent.ReferenceRefused;
import refocus.recruitment.application.CheckEvent.ReferenceReplaced;
import refocus.recruitment.application.CheckEvent.ReferenceRequested;
import refocus.recruitment.application.Checks.Check;
import refocus.recruitment.application.Checks.ReferenceState;
import refocus.recruitment.application.Checks.State;

/// The rules of checks and references: asked for from the shortlist on, recorded whenever they come.
final class Checking {

    private Checking() {}

    static List<ApplicationEvent> decide(OnFile state, CheckCommand command) {
        Checks checks = state.file().checks();
        return switch (command) {
            case RequestCheck asking -> request(state, asking);
            case VerifyCheck verifying -> verify(state, verifying);
            case FailCheck failing -> fail(checks, failing);
            case ExpireChecks(var today) -> expire(checks, today);
            case RequestReference asking -> request(state, asking);
            case ReceiveReference receiving -> receive(checks, receiving);
            case RefuseReference refusing -> refuse(checks, refusing);
        };
    }

    private static List<ApplicationEvent> request(OnFile state, RequestCheck asked) {
        mustNotBeReference(asked.kind());
        mustBeShortlisted(state);
        boolean waiting = state.file()
                .checks()
                .of(asked.kind())
                .filter(check -> check.state() == State.REQUESTED || check.state() == State.VERIFIED)
                .isPresent();
        return waiting ? List.of() : List.of(new CheckRequested(asked.kind(), asked.requestedOn()));
    }

    private static List<ApplicationEvent> verify(OnFile state, VerifyCheck asked) {
        mustNotBeReference(asked.kind());
        if (asked.issuedOn().isAfter(asked.today())) {
            throw new Impossible("issuedOn", "in-the-future");
        }
        if (asked.validUntil().filter(last -> last.isBefore(asked.issuedOn())).isPresent()) {
            throw new Impossible("validUntil", "ends-before-it-begins");
        }
        boolean same = state.file()
                .checks()
                .of(asked.kind())
                .filter(check -> isVerifiedAs(check, asked))
                .isPresent();
        if (same) {
            return List.of();
        }
        var evidence = about(state.file().candidate(), asked.evidence());
        return List.of(
                new CheckVerified(asked.kind(), asked.issuedOn(), asked.verifier(), asked.validUntil(), evidence));
    }

    private static boolean isVerifiedAs(Check check, VerifyCheck asked) {
        return check.state() == State.VERIFIED
                && check.issuedOn().equals(Optional.of(asked.issuedOn()))
                && check.validUntil().equals(asked.validUntil());
    }

    private static List<ApplicationEvent> fail(Checks checks, FailCheck asked) {
        mustNotBeReference(asked.kind());
        boolean failed = checks.of(asked.kind())
                .filter(check -> check.state() == State.FAILED)
                .isPresent();
        return failed ? List.of() : List.of(new CheckFailed(asked.kind(), asked.reason(), asked.failedOn()));
    }

    private static List<ApplicationEvent> expire(Checks checks, LocalDate today) {
        return checks.checks().stream()
                .filter(check -> check.state() == State.VERIFIED && !check.countsOn(today))
                .<ApplicationEvent>map(check ->
                        new CheckExpired(check.kind(), check.validUntil().orElseThrow()))
                .toList();
    }

    private static List<ApplicationEvent> request(OnFile state, RequestReference asked) {
        Checks checks = state.file().checks();
        if (checks.reference(asked.reference()).isPresent()) {
            return List.of();
        }
        mustBeShortlisted(state);
        asked.replaces().ifPresent(replaced -> known(checks, replaced));
        var events = new ArrayList<ApplicationEvent>();
        events.add(new ReferenceRequested(
                asked.reference(),
                about(asked.reference(), asked.referee()),
                about(asked.reference(), asked.contact()),
                asked.relationship(),
                asked.requestedOn()));
        asked.replaces().ifPresent(replaced -> events.add(new ReferenceReplaced(replaced, asked.reference())));
        return events;
    }

    private static List<ApplicationEvent> receive(Checks checks, ReceiveReference asked) {
        var outcome = asked.satisfactory() ? ReferenceState.SATISFACTORY : ReferenceState.UNSATISFACTORY;
        return switch (known(checks, asked.reference())) {
            case ReferenceState before when before == outcome -> List.of();
            case REPLACED -> throw new Refused("reference-replaced");
            case REQUESTED, REFUSED, SATISFACTORY, UNSATISFACTORY ->
                List.of(new ReferenceReceived(
                        asked.reference(), asked.satisfactory(), asked.verifier(), asked.receivedOn()));
        };
    }

    private static List<ApplicationEvent> refuse(Checks checks, RefuseReference asked) {
        return switch (known(checks, asked.reference())) {
            case REQUESTED -> List.of(new ReferenceRefused(asked.reference(), asked.refusedOn()));
            case REFUSED -> List.of();
            case REPLACED -> throw new Refused("reference-replaced");
            case SATISFACTORY, UNSATISFACTORY -> throw new Refused("reference-received");
        };
    }

    private static ReferenceState known(Checks checks, UUID reference) {
        return checks.reference(reference)
                .orElseThrow(() -> new Unknown("reference"))
                .state();
    }

    private static void mustBeShortlisted(OnFile state) {
        switch (state) {
            case Started _, InSift _ -> throw new Refused("not-shortlisted");
            case Ended _ -> throw new Refused("application-ended");
            case ToInterview _, Interviewed _, Offered _, OfferTaken _, Hired _ -> {}
        }
    }

    private static void mustNotBeReference(String kind) {
        if (kind.equals(Checks.REFERENCE)) {
            throw new Impossible("kind", "references-apart");
        }
    }
}

package refocus.recruitment.application.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Opener;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.ApplicationStatus;
import refocus.recruitment.application.Checks.Check;
import refocus.recruitment.application.Checks.Reference;
import refocus.recruitment.application.Checks.ReferenceState;
import refocus.recruitment.application.Checks.State;

/// An application as its reader sees it.
///
/// @param candidate hidden from the panel until the sift is decided
record ApplicationShown(
        UUID id,
        UUID vacancy,
        Optional<UUID> candidate,
        ApplicationStatus status,
        Optional<String> statement,
        Optional<Instant> interviewAt,
        Optional<Integer> rank,
        List<CheckShown> checks,
        List<ReferenceShown> references) {

    /// A check: seen by whom, good until when.
    ///
    /// @param evidence where it is found, for those who run recruitments
    record CheckShown(
            String kind,
            State state,
            Optional<LocalDate> issuedOn,
            Optional<LocalDate> validUntil,
            Optional<UUID> verifier,
            Optional<String> evidence) {

        static CheckShown of(Check check, Reader reader, Opener opener) {
            return new CheckShown(
                    check.kind(),
                    check.state(),
                    check.issuedOn(),
                    check.validUntil(),
                    check.verifier(),
                    opener.text(check.evidence().filter(_ -> reader.runsRecruitment())));
        }
    }

    record ReferenceShown(
            UUID id,
            ReferenceState state,
            String relationship,
            LocalDate requestedOn,
            Optional<UUID> verifier,
            Optional<LocalDate> receivedOn) {

        static ReferenceShown of(Reference reference) {
            return new ReferenceShown(
                    reference.reference(),
                    reference.state(),
                    reference.relationship(),
                    reference.requestedOn(),
                    reference.verifier(),
                    reference.receivedOn());
        }
    }

    static ApplicationShown of(UUID id, OnFile application, Reader reader, Opener opener) {
        var file = application.file();
        return new ApplicationShown(
                id,
                file.vacancy(),
                Optional.of(file.candidate()).filter(_ -> reader.seesWho(application)),
                ApplicationStatus.of(application),
                opener.text(file.statement()),
                file.interviewAt(),
                file.rank(),
                file.checks().checks().stream()
                        .map(check -> CheckShown.of(check, reader, opener))
                        .toList(),
                file.checks().references().stream().map(ReferenceShown::of).toList());
    }
}

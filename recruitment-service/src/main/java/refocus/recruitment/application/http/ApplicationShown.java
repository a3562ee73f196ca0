package refocus.recruitment.application.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Opener;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.ApplicationStatus;
import refocus.recruitment.application.Checks;
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
        List<CheckShown> checks,
        List<ReferenceShown> references) {

    record CheckShown(String kind, State state, Optional<LocalDate> issuedOn, Optional<LocalDate> validUntil) {}

    record ReferenceShown(UUID id, ReferenceState state) {}

    static ApplicationShown of(UUID id, OnFile application, Reader reader, Opener opener) {
        var file = application.file();
        return new ApplicationShown(
                id,
                file.vacancy(),
                Optional.of(file.candidate()).filter(_ -> reader.seesWho(application)),
                ApplicationStatus.of(application),
                opener.text(file.statement()),
                file.interviewAt(),
                checks(file.checks()),
                file.checks().references().stream()
                        .map(reference -> new ReferenceShown(reference.reference(), reference.state()))
                        .toList());
    }

    private static List<CheckShown> checks(Checks checks) {
        return checks.checks().stream()
                .map(check -> new CheckShown(check.kind(), check.state(), check.issuedOn(), check.validUntil()))
                .toList();
    }
}

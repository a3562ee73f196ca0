package refocus.recruitment.shortlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.recruitment.application.ApplicationStatus;

/// An application as its vacancy's list shows it.
///
/// @param late whether it came after the closing time
public record ShortlistEntry(
        UUID application,
        UUID vacancy,
        UUID candidate,
        ApplicationStatus status,
        LocalDate startedOn,
        Optional<LocalDate> submittedOn,
        Boolean late,
        Optional<Instant> interviewAt,
        Optional<LocalDate> startsOn) {

    ShortlistEntry now(ApplicationStatus status) {
        return new ShortlistEntry(
                application, vacancy, candidate, status, startedOn, submittedOn, late, interviewAt, startsOn);
    }

    ShortlistEntry submitted(LocalDate on, boolean late) {
        return new ShortlistEntry(
                application,
                vacancy,
                candidate,
                ApplicationStatus.SUBMITTED,
                startedOn,
                Optional.of(on),
                late,
                interviewAt,
                startsOn);
    }

    ShortlistEntry interviewedAt(Instant time) {
        return new ShortlistEntry(
                application, vacancy, candidate, status, startedOn, submittedOn, late, Optional.of(time), startsOn);
    }

    ShortlistEntry hired(LocalDate startsOn) {
        return new ShortlistEntry(
                application,
                vacancy,
                candidate,
                ApplicationStatus.HIRED,
                startedOn,
                submittedOn,
                late,
                interviewAt,
                Optional.of(startsOn));
    }
}

package refocus.cases.caseload;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A case as the caseload shows it.
public record CaseloadEntry(
        UUID caseId,
        UUID child,
        Optional<UUID> referral,
        Status status,
        LocalDate openedOn,
        Optional<LocalDate> closedOn) {

    public enum Status {
        OPEN,
        CLOSED
    }

    CaseloadEntry closed(LocalDate on) {
        return new CaseloadEntry(caseId, child, referral, Status.CLOSED, openedOn, Optional.of(on));
    }

    CaseloadEntry reopened() {
        return new CaseloadEntry(caseId, child, referral, Status.OPEN, openedOn, Optional.empty());
    }
}

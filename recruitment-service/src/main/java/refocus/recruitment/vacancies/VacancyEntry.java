package refocus.recruitment.vacancies;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A vacancy as the list shows it.
public record VacancyEntry(
        UUID vacancy,
        String postEn,
        String postCy,
        String role,
        BigDecimal fte,
        String reason,
        Status status,
        LocalDate raisedOn,
        Optional<Instant> closesAt,
        Optional<UUID> filledBy) {

    public enum Status {
        RAISED,
        APPROVED,
        ADVERTISED,
        CLOSED,
        CANCELLED,
        FILLED
    }

    VacancyEntry now(Status status) {
        return new VacancyEntry(vacancy, postEn, postCy, role, fte, reason, status, raisedOn, closesAt, filledBy);
    }

    VacancyEntry openUntil(Instant end) {
        return new VacancyEntry(
                vacancy, postEn, postCy, role, fte, reason, Status.ADVERTISED, raisedOn, Optional.of(end), filledBy);
    }

    VacancyEntry filledBy(UUID application) {
        return new VacancyEntry(
                vacancy,
                postEn,
                postCy,
                role,
                fte,
                reason,
                Status.FILLED,
                raisedOn,
                closesAt,
                Optional.of(application));
    }
}

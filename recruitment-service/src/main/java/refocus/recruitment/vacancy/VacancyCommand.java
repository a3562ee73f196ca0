package refocus.recruitment.vacancy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a vacancy.
public sealed interface VacancyCommand {

    /// Asks for a post to be filled.
    record RaiseVacancy(
            Bilingual post,
            String role,
            BigDecimal fte,
            String reason,
            String welshLevel,
            List<String> checks,
            Optional<UUID> team,
            Optional<UUID> base,
            UUID raisedBy,
            LocalDate raisedOn)
            implements VacancyCommand {}

    record ApproveVacancy(UUID approver, LocalDate approvedOn) implements VacancyCommand {}

    record SetCriteria(List<Criterion> criteria) implements VacancyCommand {}

    record AppointPanel(List<PanelMember> members) implements VacancyCommand {}

    record Advertise(Bilingual advert, Instant closesAt, Instant at, LocalDate advertisedOn)
            implements VacancyCommand {}

    record Extend(Instant closesAt) implements VacancyCommand {}

    /// Closes it to applications, before its time if need be.
    record CloseVacancy(Instant at) implements VacancyCommand {}

    /// The moment has come that it was to close at; if it still is that moment, it closes.
    record EndAdvert(Instant dueAt) implements VacancyCommand {}

    record CancelVacancy(String reason, LocalDate cancelledOn) implements VacancyCommand {}

    /// Someone is hired for it: goes together with the hire.
    record FillVacancy(UUID application, LocalDate filledOn) implements VacancyCommand {}
}

package refocus.recruitment.vacancy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;

/// What has happened to one vacancy. Nothing in it is about a candidate.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface VacancyEvent {

    /// The wish for a colleague.
    ///
    /// @param fte of full time, above 0 and up to 1
    /// @param checks the kinds that must be verified before a start; `REFERENCE` stands for two
    @EventName("vacancy-raised")
    record VacancyRaised(
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
            implements VacancyEvent {}

    @EventName("vacancy-approved")
    record VacancyApproved(UUID approvedBy, LocalDate approvedOn) implements VacancyEvent {}

    @EventName("criteria-set")
    record CriteriaSet(List<Criterion> criteria) implements VacancyEvent {}

    @EventName("panel-appointed")
    record PanelAppointed(List<PanelMember> members) implements VacancyEvent {}

    @EventName("vacancy-advertised")
    record VacancyAdvertised(Bilingual advert, Instant closesAt, LocalDate advertisedOn) implements VacancyEvent {}

    @EventName("vacancy-extended")
    record VacancyExtended(Instant closesAt) implements VacancyEvent {}

    @EventName("vacancy-closed")
    record VacancyClosed(Instant closedAt) implements VacancyEvent {}

    @EventName("vacancy-cancelled")
    record VacancyCancelled(String reason, LocalDate cancelledOn) implements VacancyEvent {}

    @EventName("vacancy-filled")
    record VacancyFilled(UUID application, LocalDate filledOn) implements VacancyEvent {}
}

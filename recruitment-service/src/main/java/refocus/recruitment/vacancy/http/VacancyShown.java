package refocus.recruitment.vacancy.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.recruitment.vacancy.Bilingual;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.PanelMember;
import refocus.recruitment.vacancy.Terms;
import refocus.recruitment.vacancy.Vacancy;
import refocus.recruitment.vacancy.VacancyEvent.VacancyRaised;

/// A vacancy as its reader sees it.
record VacancyShown(
        UUID id,
        Status status,
        Bilingual post,
        String role,
        BigDecimal fte,
        String reason,
        String welshLevel,
        List<String> checks,
        Optional<UUID> team,
        Optional<UUID> base,
        UUID raisedBy,
        LocalDate raisedOn,
        Optional<Instant> closesAt,
        List<Criterion> criteria,
        List<PanelMember> panel) {

    enum Status {
        RAISED,
        APPROVED,
        ADVERTISED,
        CLOSED,
        CANCELLED,
        FILLED
    }

    static VacancyShown of(UUID id, Vacancy state) {
        return switch (state) {
            case Vacancy.Unraised _ -> throw new Unknown("vacancy");
            case Vacancy.Raised(var terms) -> of(id, Status.RAISED, terms, Optional.empty());
            case Vacancy.Approved(var terms) -> of(id, Status.APPROVED, terms, Optional.empty());
            case Vacancy.Advertised(var terms, var closesAt) -> of(id, Status.ADVERTISED, terms, Optional.of(closesAt));
            case Vacancy.Closed(var terms, var closesAt) -> of(id, Status.CLOSED, terms, Optional.of(closesAt));
            case Vacancy.Cancelled(var terms) -> of(id, Status.CANCELLED, terms, Optional.empty());
            case Vacancy.Filled(var terms, var _) -> of(id, Status.FILLED, terms, Optional.empty());
        };
    }

    private static VacancyShown of(UUID id, Status status, Terms terms, Optional<Instant> closesAt) {
        VacancyRaised post = terms.post();
        return new VacancyShown(
                id,
                status,
                post.post(),
                post.role(),
                post.fte(),
                post.reason(),
                post.welshLevel(),
                post.checks(),
                post.team(),
                post.base(),
                post.raisedBy(),
                post.raisedOn(),
                closesAt,
                terms.criteria(),
                terms.panel());
    }
}

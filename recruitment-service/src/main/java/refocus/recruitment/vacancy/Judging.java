package refocus.recruitment.vacancy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.recruitment.vacancy.Vacancy.Advertised;
import refocus.recruitment.vacancy.Vacancy.Approved;
import refocus.recruitment.vacancy.Vacancy.Cancelled;
import refocus.recruitment.vacancy.Vacancy.Closed;
import refocus.recruitment.vacancy.Vacancy.Filled;
import refocus.recruitment.vacancy.Vacancy.Raised;
import refocus.recruitment.vacancy.Vacancy.Unraised;
import refocus.recruitment.vacancy.VacancyEvent.CriteriaSet;
import refocus.recruitment.vacancy.VacancyEvent.PanelAppointed;

/// The rules of what candidates are judged by, and by whom.
final class Judging {

    private Judging() {}

    static List<VacancyEvent> setCriteria(Vacancy state, List<Criterion> criteria) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised(var terms) -> setCriteria(terms, criteria);
            case Approved(var terms) -> setCriteria(terms, criteria);
            case Advertised(var terms, var _) when terms.criteria().equals(criteria) -> List.of();
            case Closed(var terms, var _) when terms.criteria().equals(criteria) -> List.of();
            // Candidates are judged by what they read in the advert.
            case Advertised _, Closed _ -> throw new Refused("criteria-frozen");
            case Cancelled _ -> throw Vacancy.cancelled();
            case Filled _ -> throw Vacancy.filled();
        };
    }

    private static List<VacancyEvent> setCriteria(Terms terms, List<Criterion> criteria) {
        if (terms.criteria().equals(criteria)) {
            return List.of();
        }
        for (int place = 0; place < criteria.size(); place++) {
            check(criteria.get(place), "criteria[%d]".formatted(place));
        }
        if (criteria.stream().map(Criterion::id).distinct().count() < criteria.size()) {
            throw new Impossible("criteria", "criterion-twice");
        }
        return List.of(new CriteriaSet(criteria));
    }

    private static void check(Criterion criterion, String field) {
        var scores = criterion.anchors().stream()
                .map(Criterion.Anchor::score)
                .sorted()
                .toList();
        if (!scores.isEmpty()
                && !scores.equals(IntStream.rangeClosed(0, 5).boxed().toList())) {
            throw new Impossible(field + ".anchors", "anchors-incomplete");
        }
    }

    static List<VacancyEvent> appoint(Vacancy state, List<PanelMember> members) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised(var terms) -> appoint(terms, members);
            case Approved(var terms) -> appoint(terms, members);
            case Advertised(var terms, var _) -> appoint(keeping(terms, members), members);
            case Closed(var terms, var _) -> appoint(keeping(terms, members), members);
            case Cancelled _ -> throw Vacancy.cancelled();
            case Filled _ -> throw Vacancy.filled();
        };
    }

    private static List<VacancyEvent> appoint(Terms terms, List<PanelMember> members) {
        if (terms.panel().equals(members)) {
            return List.of();
        }
        if (members.stream().map(PanelMember::assessor).distinct().count() < members.size()) {
            throw new Impossible("members", "assessor-twice");
        }
        if (members.stream().noneMatch(PanelMember::saferRecruitment)) {
            throw new Refused("panel-untrained");
        }
        return List.of(new PanelAppointed(members));
    }

    /// Once it is advertised a member may have scored: one who cannot go on is recused, not dropped.
    private static Terms keeping(Terms terms, List<PanelMember> members) {
        var stay = members.stream().map(PanelMember::assessor).collect(Collectors.toSet());
        if (terms.panel().stream().anyMatch(member -> !stay.contains(member.assessor()))) {
            throw new Refused("panel-member-dropped");
        }
        return terms;
    }
}

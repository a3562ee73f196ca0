package refocus.recruitment.vacancy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.recruitment.vacancy.VacancyEvent.VacancyRaised;

/// What a vacancy is for, what its candidates are judged by, and by whom.
public record Terms(VacancyRaised post, List<Criterion> criteria, List<PanelMember> panel) {

    Terms judgedBy(List<Criterion> now) {
        return new Terms(post, now, panel);
    }

    Terms scoredBy(List<PanelMember> now) {
        return new Terms(post, criteria, now);
    }

    public List<Criterion> criteriaOf(Stage stage) {
        return criteria.stream().filter(criterion -> criterion.stage() == stage).toList();
    }

    public Optional<Criterion> criterion(String id) {
        return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
    }

    public boolean hasOnPanel(UUID worker) {
        return panel.stream().anyMatch(member -> member.assessor().equals(worker));
    }

    /// Who scores a stage. Young people score theirs and adults the others; without young people, all score all.
    public List<UUID> assessorsOf(Stage stage) {
        boolean youngPeople = panel.stream().anyMatch(PanelMember::youngPerson);
        return panel.stream()
                .filter(member -> !youngPeople || member.youngPerson() == (stage == Stage.YOUNG_PEOPLE))
                .map(PanelMember::assessor)
                .toList();
    }
}

package refocus.recruitment.candidate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.StreamId;
import refocus.recruitment.candidate.CandidateCommand.Spell;
import refocus.recruitment.candidate.CandidateEvent.EmploymentGapFound;

/// Time that a history leaves out.
final class Gap {

    /// What safer recruitment lets pass without a question.
    private static final int UNQUESTIONED_DAYS = 28;

    private Gap() {}

    /// The gaps of more than 28 days between the first occupation and the day of registration.
    static List<EmploymentGapFound> in(UUID candidate, List<Spell> history, LocalDate until) {
        var gaps = new ArrayList<EmploymentGapFound>();
        var spells = history.stream().sorted(Comparator.comparing(Spell::from)).toList();
        if (spells.isEmpty()) {
            return gaps;
        }
        LocalDate accounted = spells.getFirst().from();
        for (Spell spell : spells) {
            add(gaps, candidate, accounted, spell.from());
            LocalDate end = spell.to().orElse(until);
            accounted = end.isAfter(accounted) ? end : accounted;
        }
        add(gaps, candidate, accounted, until);
        return gaps;
    }

    private static void add(List<EmploymentGapFound> gaps, UUID candidate, LocalDate from, LocalDate to) {
        if (ChronoUnit.DAYS.between(from, to) > UNQUESTIONED_DAYS) {
            UUID id = StreamId.of("gap", candidate, from).id();
            gaps.add(new EmploymentGapFound(id, from, to));
        }
    }
}

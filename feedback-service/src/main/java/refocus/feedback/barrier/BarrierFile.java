package refocus.feedback.barrier;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.personal.Sealed;
import refocus.feedback.barrier.BarrierEvent.BarrierRaised;

/// What is known of one barrier, whatever its state.
///
/// @param level how far up the ladder it is; 0 is its owner
/// @param notes what was said about it since it was raised, in order
public record BarrierFile(
        BarrierRaised raised, Set<UUID> supporters, Optional<Assignment> assignment, int level, List<Note> notes) {

    /// Who is to take it away, and by when.
    public record Assignment(String department, UUID owner, LocalDate dueOn, boolean accepted) {

        Assignment taken() {
            return new Assignment(department, owner, dueOn, true);
        }

        Assignment dueOn(LocalDate day) {
            return new Assignment(department, owner, day, accepted);
        }
    }

    /// A text and what it was said on.
    public record Note(Kind kind, Sealed text) {}

    /// What a note was said on.
    public enum Kind {
        DISPUTE,
        PROGRESS,
        ESCALATION,
        PAUSE,
        WORKAROUND,
        RESOLUTION,
        REOPENING,
        CLOSING
    }

    static BarrierFile of(BarrierRaised raised) {
        return new BarrierFile(raised, Set.of(), Optional.empty(), 0, List.of());
    }

    /// The raiser or one who supported it.
    boolean knows(UUID worker) {
        return raised.raisedBy().equals(worker) || supporters.contains(worker);
    }

    BarrierFile supportedBy(UUID worker) {
        var more = new HashSet<>(supporters);
        more.add(worker);
        return new BarrierFile(raised, Set.copyOf(more), assignment, level, notes);
    }

    BarrierFile with(Optional<Assignment> next) {
        return new BarrierFile(raised, supporters, next, level, notes);
    }

    /// The same owner with another day; nothing changes where nobody has it.
    BarrierFile dueOn(Optional<LocalDate> day) {
        return with(assignment.map(held -> day.map(held::dueOn).orElse(held)));
    }

    BarrierFile at(int higher) {
        return new BarrierFile(raised, supporters, assignment, higher, notes);
    }

    BarrierFile noting(Kind kind, Sealed text) {
        return new BarrierFile(
                raised,
                supporters,
                assignment,
                level,
                Stream.concat(notes.stream(), Stream.of(new Note(kind, text))).toList());
    }
}

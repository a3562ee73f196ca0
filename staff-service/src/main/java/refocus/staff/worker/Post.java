package refocus.staff.worker;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import refocus.eventsourcing.personal.Sealed;
import refocus.staff.worker.WorkerCommand.ChangeCapacity;
import refocus.staff.worker.WorkerEvent.CapacityChanged;
import refocus.staff.worker.WorkerEvent.RegistrationRecorded;
import refocus.staff.worker.WorkerEvent.WorkerJoined;
import refocus.staff.worker.WorkerEvent.WorkerMoved;
import refocus.staff.worker.WorkerEvent.WorkerRoleChanged;

/// What is known of someone who works here, as last told, whether it is in force yet or not.
///
/// @param joinedAs the terms of the first day: who asks for the same again repeats
/// @param points how much workload there is room for, where that is counted
public record Post(
        Optional<Sealed> name,
        Terms joinedAs,
        Terms terms,
        LocalDate fteFrom,
        Optional<BigDecimal> points,
        Optional<Registration> registration,
        Optional<String> welshSkill) {

    static Post of(WorkerJoined event) {
        Terms terms = Terms.of(event);
        return new Post(
                event.name(), terms, terms, event.startsOn(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Post named(Sealed told) {
        return new Post(Optional.of(told), joinedAs, terms, fteFrom, points, registration, welshSkill);
    }

    Post after(WorkerRoleChanged event) {
        return on(terms.as(event.role(), event.level()));
    }

    Post after(WorkerMoved event) {
        return on(terms.at(event.team(), event.base()));
    }

    Post after(CapacityChanged event) {
        return new Post(
                name,
                joinedAs,
                terms.contractedFor(event.fte()),
                event.from(),
                event.points().or(() -> points),
                registration,
                welshSkill);
    }

    Post after(RegistrationRecorded event) {
        return registered(new Registration(
                event.number().or(() -> registration.flatMap(Registration::number)), event.renewalOn(), false));
    }

    Post lapsed() {
        return new Post(name, joinedAs, terms, fteFrom, points, registration.map(Registration::afterLapse), welshSkill);
    }

    private Post registered(Registration told) {
        return new Post(name, joinedAs, terms, fteFrom, points, Optional.of(told), welshSkill);
    }

    Post speaking(String skill) {
        return new Post(name, joinedAs, terms, fteFrom, points, registration, Optional.of(skill));
    }

    boolean has(ChangeCapacity asked) {
        return terms.fte().compareTo(asked.fte()) == 0
                && fteFrom.equals(asked.from())
                && asked.points().or(() -> points).equals(points);
    }

    /// Whether anything in it is sealed under the worker's key.
    public boolean holdsPersonal() {
        return name.isPresent() || registration.flatMap(Registration::number).isPresent();
    }

    private Post on(Terms newTerms) {
        return new Post(name, joinedAs, newTerms, fteFrom, points, registration, welshSkill);
    }
}

package refocus.staff.worker;

import static refocus.eventsourcing.personal.Sealed.about;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.staff.worker.WorkerCommand.ChangeCapacity;
import refocus.staff.worker.WorkerCommand.ChangeRole;
import refocus.staff.worker.WorkerCommand.Join;
import refocus.staff.worker.WorkerCommand.LapseRegistration;
import refocus.staff.worker.WorkerCommand.Leave;
import refocus.staff.worker.WorkerCommand.Move;
import refocus.staff.worker.WorkerCommand.RecordAbsence;
import refocus.staff.worker.WorkerCommand.RecordRegistration;
import refocus.staff.worker.WorkerCommand.RecordWelshSkill;
import refocus.staff.worker.WorkerCommand.TellName;
import refocus.staff.worker.WorkerEvent.AbsenceRecorded;
import refocus.staff.worker.WorkerEvent.CapacityChanged;
import refocus.staff.worker.WorkerEvent.RegistrationLapsed;
import refocus.staff.worker.WorkerEvent.RegistrationRecorded;
import refocus.staff.worker.WorkerEvent.WelshSkillRecorded;
import refocus.staff.worker.WorkerEvent.WorkerJoined;
import refocus.staff.worker.WorkerEvent.WorkerLeft;
import refocus.staff.worker.WorkerEvent.WorkerMoved;
import refocus.staff.worker.WorkerEvent.WorkerNamed;
import refocus.staff.worker.WorkerEvent.WorkerRoleChanged;

/// One member of staff, and every rule about what may be asked of their record.
public sealed interface Worker {

    record NotJoined() implements Worker {}

    record InPost(Post post) implements Worker {}

    record Gone(Post post, LocalDate lastDay) implements Worker {}

    StreamType<WorkerCommand, WorkerEvent, Worker> TYPE = StreamType.of(
            "worker", new Decider<>(new NotJoined(), Worker::decide, Worker::evolve), WorkerEvent.class, Worker.class);

    static List<WorkerEvent> decide(Worker state, WorkerCommand command) {
        return switch (command) {
            case Join joining -> join(state, joining);
            case TellName(var worker, var name) -> {
                known(state);
                yield List.of(new WorkerNamed(about(worker, name)));
            }
            case ChangeRole changing -> changeRole(inPost(state), changing);
            case Move moving -> move(inPost(state), moving);
            case ChangeCapacity changing -> changeCapacity(inPost(state), changing);
            case RecordRegistration registering -> register(inPost(state), registering);
            case LapseRegistration(var now) -> lapse(state, now);
            case RecordWelshSkill(var skill, var on) ->
                inPost(state).welshSkill().equals(Optional.of(skill))
                        ? List.of()
                        : List.of(new WelshSkillRecorded(skill, on));
            case RecordAbsence absence -> record(state, absence);
            case Leave leaving -> leave(state, leaving);
        };
    }

    static Worker evolve(Worker state, WorkerEvent event) {
        return switch (event) {
            case WorkerJoined joined -> new InPost(Post.of(joined));
            case WorkerNamed(var name)
            when state instanceof Gone(var post, var lastDay) -> new Gone(post.named(name), lastDay);
            case WorkerNamed(var name) -> new InPost(mustBeInPost(state, event).named(name));
            case WorkerRoleChanged changed ->
                new InPost(mustBeInPost(state, event).after(changed));
            case WorkerMoved moved -> new InPost(mustBeInPost(state, event).after(moved));
            case CapacityChanged changed ->
                new InPost(mustBeInPost(state, event).after(changed));
            case RegistrationRecorded recorded ->
                new InPost(mustBeInPost(state, event).after(recorded));
            case RegistrationLapsed _ -> new InPost(mustBeInPost(state, event).lapsed());
            case WelshSkillRecorded recorded ->
                new InPost(mustBeInPost(state, event).speaking(recorded.skill()));
            case AbsenceRecorded _ -> state;
            case WorkerLeft left -> new Gone(mustBeInPost(state, event), left.lastDay());
        };
    }

    private static List<WorkerEvent> join(Worker state, Join asked) {
        return switch (state) {
            case NotJoined _ -> joined(asked);
            case InPost(var post) when post.joinedAs().equals(asked.terms()) -> List.of();
            case InPost _ -> throw new Refused("worker-in-post");
            case Gone gone when gone.post().joinedAs().equals(asked.terms()) -> List.of();
            // Someone who left may come back.
            case Gone gone when asked.terms().startsOn().isAfter(gone.lastDay()) -> joined(asked);
            case Gone _ -> throw new Refused("worker-left");
        };
    }

    private static List<WorkerEvent> joined(Join asked) {
        Terms terms = asked.terms();
        var joined = new WorkerJoined(
                about(asked.worker(), asked.name()),
                terms.role(),
                terms.level(),
                part(terms.fte()),
                terms.contract(),
                terms.agency(),
                terms.team(),
                terms.base(),
                terms.startsOn(),
                asked.application(),
                asked.checks());
        Stream<WorkerEvent> registrations = asked.checks().stream()
                .filter(check -> check.kind().equals("REGISTRATION"))
                .flatMap(check -> check.validUntil().stream())
                .map(until -> new RegistrationRecorded(Optional.empty(), until));
        return Stream.concat(Stream.of(joined), registrations).toList();
    }

    private static List<WorkerEvent> changeRole(Post post, ChangeRole asked) {
        notBeforeJoining(post, "from", asked.from());
        Terms terms = post.terms();
        return terms.as(asked.role(), asked.level()).equals(terms)
                ? List.of()
                : List.of(new WorkerRoleChanged(asked.role(), asked.level(), asked.from()));
    }

    private static List<WorkerEvent> move(Post post, Move asked) {
        notBeforeJoining(post, "from", asked.from());
        if (asked.team().isEmpty() && asked.base().isEmpty()) {
            throw new Impossible("team", "nowhere-to-move");
        }
        return post.terms().at(asked.team(), asked.base()).equals(post.terms())
                ? List.of()
                : List.of(new WorkerMoved(asked.team(), asked.base(), asked.from()));
    }

    private static List<WorkerEvent> changeCapacity(Post post, ChangeCapacity asked) {
        notBeforeJoining(post, "from", asked.from());
        return post.has(asked)
                ? List.of()
                : List.of(new CapacityChanged(part(asked.fte()), asked.from(), asked.points()));
    }

    private static List<WorkerEvent> register(Post post, RecordRegistration asked) {
        Optional<Registration> same =
                post.registration().filter(known -> known.renewalOn().equals(asked.renewalOn()));
        if (same.filter(Registration::lapsed).isPresent()) {
            throw new Refused("registration-lapsed");
        }
        return same.isPresent() && asked.number().isEmpty()
                ? List.of()
                : List.of(new RegistrationRecorded(about(asked.worker(), asked.number()), asked.renewalOn()));
    }

    private static List<WorkerEvent> lapse(Worker state, Instant now) {
        return switch (state) {
            case NotJoined _ -> throw new Unknown("worker");
            // Who has left has nothing to lose.
            case Gone _ -> List.of();
            case InPost(var post) ->
                post.registration()
                        .filter(known -> !known.lapsed())
                        .map(known -> lapsed(known.renewalOn(), now))
                        .orElse(List.of());
        };
    }

    private static List<WorkerEvent> lapsed(LocalDate renewalOn, Instant now) {
        Instant at = Registration.lapsesAt(renewalOn);
        if (now.isBefore(at)) {
            throw new Refused("registration-current");
        }
        return List.of(new RegistrationLapsed(renewalOn, at));
    }

    private static List<WorkerEvent> record(Worker state, RecordAbsence asked) {
        known(state);
        if (!asked.to().isAfter(asked.from())) {
            throw new Impossible("to", "not-after-from");
        }
        return List.of(new AbsenceRecorded(asked.from(), asked.to()));
    }

    private static List<WorkerEvent> leave(Worker state, Leave asked) {
        if (state instanceof Gone gone && gone.lastDay().equals(asked.lastDay())) {
            return List.of();
        }
        notBeforeJoining(inPost(state), "lastDay", asked.lastDay());
        return List.of(new WorkerLeft(asked.lastDay(), asked.reason()));
    }

    private static void notBeforeJoining(Post post, String field, LocalDate day) {
        if (day.isBefore(post.joinedAs().startsOn())) {
            throw new Impossible(field, "before-joining");
        }
    }

    /// More than nothing, and at most a full week.
    private static BigDecimal part(BigDecimal fte) {
        if (fte.signum() <= 0 || fte.compareTo(BigDecimal.ONE) > 0) {
            throw new Impossible("fte", "not-part-of-a-week");
        }
        return Terms.plain(fte);
    }

    private static Post known(Worker state) {
        return switch (state) {
            case NotJoined _ -> throw new Unknown("worker");
            case InPost(var post) -> post;
            case Gone gone -> gone.post();
        };
    }

    private static Post inPost(Worker state) {
        return switch (state) {
            case NotJoined _ -> throw new Unknown("worker");
            case InPost(var post) -> post;
            case Gone _ -> throw new Refused("worker-left");
        };
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static Post mustBeInPost(Worker state, WorkerEvent event) {
        if (state instanceof InPost(var post)) {
            return post;
        }
        throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}

package refocus.cases.child;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import refocus.cases.child.ChildCommand.CorrectDetails;
import refocus.cases.child.ChildCommand.OnDate;
import refocus.cases.child.ChildCommand.RecordDeath;
import refocus.cases.child.ChildCommand.RegisterChild;
import refocus.cases.child.ChildEvent.ChildDetailsCorrected;
import refocus.cases.child.ChildEvent.ChildDied;
import refocus.cases.child.ChildEvent.ChildRecordCreated;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;

/// One child's record, and every rule about what may be written in it.
public sealed interface Child {

    record Unrecorded() implements Child {}

    record OnRecord(Details details) implements Child {}

    StreamType<ChildCommand, ChildEvent, Child> TYPE = StreamType.of(
            "child", new Decider<>(new Unrecorded(), Child::decide, Child::evolve), ChildEvent.class, Child.class);

    static List<ChildEvent> decide(Child state, ChildCommand command) {
        return switch (command) {
            case RegisterChild registering -> register(state, registering);
            case CorrectDetails correcting -> correct(state, correcting);
            case RecordDeath death -> die(state, death);
        };
    }

    static Child evolve(Child state, ChildEvent event) {
        return switch (event) {
            case ChildRecordCreated created -> new OnRecord(Details.of(created));
            case ChildDetailsCorrected corrected ->
                new OnRecord(mustBeOnRecord(state, event).details().corrected(corrected));
            case ChildDied died ->
                new OnRecord(mustBeOnRecord(state, event).details().died(died));
        };
    }

    private static List<ChildEvent> register(Child state, RegisterChild asked) {
        return switch (state) {
            case Unrecorded _ -> List.of(created(asked));
            // The id derives from the command, so this is the same command again.
            case OnRecord _ -> List.of();
        };
    }

    private static ChildRecordCreated created(RegisterChild asked) {
        OnDate date = dated(asked);
        return new ChildRecordCreated(
                about(asked.child(), asked.givenName()),
                about(asked.child(), asked.familyName()),
                about(asked.child(), asked.dateOfBirth().map(born -> born.date().toString())),
                about(asked.child(), asked.expectedDate().map(due -> due.date().toString())),
                date.precision(),
                asked.expectedDate().isPresent(),
                asked.dateOfBirth().map(born -> born.date().getYear()),
                asked.sex(),
                about(asked.child(), asked.ethnicity()),
                about(asked.child(), asked.nhsNumber().map(NhsNumber::digits)),
                about(asked.child(), asked.upn().map(Upn::text)),
                asked.language(),
                asked.otherLanguages(),
                about(asked.child(), asked.communicationNeeds()),
                about(asked.child(), asked.disability()),
                about(asked.child(), asked.address()),
                asked.area(),
                asked.confirmedNotDuplicate());
    }

    /// Every record has one of the two dates, and only one: it tells the born from the unborn.
    private static OnDate dated(RegisterChild asked) {
        if (asked.dateOfBirth().isPresent() && asked.expectedDate().isPresent()) {
            throw new Impossible("expectedDate", "born-and-unborn");
        }
        asked.dateOfBirth().ifPresent(born -> notAfter(asked.today(), born.date(), "dateOfBirth.date"));
        return asked.dateOfBirth()
                .or(asked::expectedDate)
                .orElseThrow(() -> new Impossible("dateOfBirth", "birth-or-expected-date"));
    }

    private static List<ChildEvent> correct(Child state, CorrectDetails asked) {
        return switch (state) {
            case Unrecorded _ -> throw new Unknown("child");
            case OnRecord(Details details)
            when details.unborn() && asked.field().equals("dateOfBirth") -> throw new Refused("child-unborn");
            case OnRecord(Details details)
            when !details.hasDied() && asked.field().equals("diedOn") -> throw new Refused("no-death-on-record");
            case OnRecord(Details details) when details.hasCode(asked.field(), asked.to()) -> List.of();
            case OnRecord _ -> List.of(corrected(asked));
        };
    }

    private static ChildDetailsCorrected corrected(CorrectDetails asked) {
        notAfter(asked.today(), asked.effectiveFrom(), "effectiveFrom");
        String to = Details.checked(asked.field(), asked.to());
        Optional<LocalDate> born =
                asked.field().equals("dateOfBirth") ? Optional.of(LocalDate.parse(to)) : Optional.empty();
        born.ifPresent(date -> notAfter(asked.today(), date, "to"));
        if (asked.field().equals("diedOn")) {
            notAfter(asked.today(), LocalDate.parse(to), "to");
        }
        boolean inClear = Details.IN_CLEAR.contains(asked.field());
        return new ChildDetailsCorrected(
                asked.field(),
                inClear ? Optional.empty() : Optional.of(about(asked.child(), to)),
                inClear ? Optional.of(to) : Optional.empty(),
                born.map(LocalDate::getYear),
                asked.reason(),
                asked.effectiveFrom());
    }

    /// A fact of any child, born or not. A second date would be a correction.
    private static List<ChildEvent> die(Child state, RecordDeath asked) {
        return switch (state) {
            case Unrecorded _ -> throw new Unknown("child");
            case OnRecord(Details details) when details.hasDied() -> throw new Refused("death-on-record");
            case OnRecord(Details details) -> List.of(died(details, asked));
        };
    }

    private static ChildDied died(Details details, RecordDeath asked) {
        notAfter(asked.today(), asked.diedOn(), "diedOn");
        // The day of birth is sealed; its year is not.
        if (details.birthYear().filter(year -> asked.diedOn().getYear() < year).isPresent()) {
            throw new Impossible("diedOn", "before-birth");
        }
        return new ChildDied(about(asked.child(), asked.diedOn().toString()));
    }

    private static void notAfter(LocalDate today, LocalDate date, String field) {
        if (date.isAfter(today)) {
            throw new Impossible(field, "in-the-future");
        }
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static OnRecord mustBeOnRecord(Child state, ChildEvent event) {
        if (state instanceof OnRecord onRecord) {
            return onRecord;
        }
        throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}

package refocus.staff.supportneed;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.List;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.staff.supportneed.SupportNeedCommand.Acknowledge;
import refocus.staff.supportneed.SupportNeedCommand.Decline;
import refocus.staff.supportneed.SupportNeedCommand.Deliver;
import refocus.staff.supportneed.SupportNeedCommand.Judge;
import refocus.staff.supportneed.SupportNeedCommand.Raise;
import refocus.staff.supportneed.SupportNeedCommand.Source;
import refocus.staff.supportneed.SupportNeedEvent.SupportConfirmedUseful;
import refocus.staff.supportneed.SupportNeedEvent.SupportDelivered;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedAcknowledged;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedDeclined;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedRaised;
import refocus.staff.supportneed.SupportNeedEvent.SupportNotUseful;
import refocus.staff.supportneed.SupportNeedEvent.SupportSourced;

/// What a worker needs to do the work well, and every rule about how it is met.
public sealed interface SupportNeed {

    record NotRaised() implements SupportNeed {}

    record Raised(SupportNeedRaised need) implements SupportNeed {}

    record Acknowledged(SupportNeedRaised need) implements SupportNeed {}

    record Sourced(SupportNeedRaised need, SupportSourced how) implements SupportNeed {}

    record Delivered(SupportNeedRaised need, SupportSourced how) implements SupportNeed {}

    record Useful(SupportNeedRaised need, SupportSourced how) implements SupportNeed {}

    record NotUseful(SupportNeedRaised need, SupportSourced how) implements SupportNeed {}

    record Declined(SupportNeedRaised need, SupportNeedDeclined answer) implements SupportNeed {}

    StreamType<SupportNeedCommand, SupportNeedEvent, SupportNeed> TYPE = StreamType.of(
            "support-need",
            new Decider<>(new NotRaised(), SupportNeed::decide, SupportNeed::evolve),
            SupportNeedEvent.class,
            SupportNeed.class);

    static List<SupportNeedEvent> decide(SupportNeed state, SupportNeedCommand command) {
        return switch (command) {
            case Raise raising -> raise(state, raising);
            case Acknowledge acknowledging -> acknowledge(state, acknowledging);
            case Source sourcing -> source(state, sourcing);
            case Deliver delivering -> deliver(state, delivering);
            case Judge judging -> judge(state, judging);
            case Decline declining -> decline(state, declining);
        };
    }

    static SupportNeed evolve(SupportNeed state, SupportNeedEvent event) {
        return switch (event) {
            case SupportNeedRaised raised -> new Raised(raised);
            case SupportNeedAcknowledged _ -> new Acknowledged(raised(state, event));
            case SupportSourced sourced -> new Sourced(raised(state, event), sourced);
            case SupportDelivered _ -> new Delivered(raised(state, event), how(state, event));
            case SupportConfirmedUseful _ -> new Useful(raised(state, event), how(state, event));
            case SupportNotUseful _ -> new NotUseful(raised(state, event), how(state, event));
            case SupportNeedDeclined declined -> new Declined(raised(state, event), declined);
        };
    }

    /// What was raised; unknown where nothing was.
    static SupportNeedRaised need(SupportNeed state) {
        return switch (state) {
            case NotRaised _ -> throw new Unknown("support-need");
            case Raised(var need) -> need;
            case Acknowledged(var need) -> need;
            case Sourced sourced -> sourced.need();
            case Delivered delivered -> delivered.need();
            case Useful useful -> useful.need();
            case NotUseful notUseful -> notUseful.need();
            case Declined declined -> declined.need();
        };
    }

    private static List<SupportNeedEvent> raise(SupportNeed state, Raise asked) {
        // The id derives from the command, so a second one is the same again.
        return state instanceof NotRaised
                ? List.of(new SupportNeedRaised(
                        asked.worker(),
                        asked.theme(),
                        asked.urgency(),
                        about(asked.worker(), asked.text()),
                        asked.on()))
                : List.of();
    }

    private static List<SupportNeedEvent> acknowledge(SupportNeed state, Acknowledge asked) {
        return switch (state) {
            case NotRaised _ -> throw new Unknown("support-need");
            case Raised _ -> List.of(new SupportNeedAcknowledged(asked.on()));
            case Acknowledged _, Sourced _, Delivered _, Useful _, NotUseful _ -> List.of();
            case Declined _ -> throw new Refused("need-declined");
        };
    }

    private static List<SupportNeedEvent> source(SupportNeed state, Source asked) {
        return switch (state) {
            case NotRaised _ -> throw new Unknown("support-need");
            case Sourced sourced when isWith(sourced.how(), asked) -> List.of();
            case Raised _, Acknowledged _, Sourced _, NotUseful _ ->
                List.of(new SupportSourced(
                        asked.with(), asked.reference(), about(need(state).worker(), asked.note()), asked.on()));
            case Delivered _, Useful _ -> throw new Refused("need-delivered");
            case Declined _ -> throw new Refused("need-declined");
        };
    }

    private static List<SupportNeedEvent> deliver(SupportNeed state, Deliver asked) {
        return switch (state) {
            case NotRaised _ -> throw new Unknown("support-need");
            case Sourced _ -> List.of(new SupportDelivered(asked.on()));
            case Delivered _, Useful _ -> List.of();
            case Raised _, Acknowledged _, NotUseful _ -> throw new Refused("need-not-sourced");
            case Declined _ -> throw new Refused("need-declined");
        };
    }

    private static List<SupportNeedEvent> judge(SupportNeed state, Judge asked) {
        if (!need(state).worker().equals(asked.by())) {
            throw new Refused("only-the-raiser").notAllowed();
        }
        return switch (state) {
            case Useful _ when asked.useful() -> List.of();
            case NotUseful _ when !asked.useful() -> List.of();
            case Delivered _, Useful _, NotUseful _ -> List.of(judged(asked));
            case NotRaised _, Raised _, Acknowledged _, Sourced _ -> throw new Refused("need-not-delivered");
            case Declined _ -> throw new Refused("need-declined");
        };
    }

    private static SupportNeedEvent judged(Judge asked) {
        return asked.useful()
                ? new SupportConfirmedUseful(about(asked.by(), asked.why()), asked.on())
                : new SupportNotUseful(about(asked.by(), asked.why()), asked.on());
    }

    private static List<SupportNeedEvent> decline(SupportNeed state, Decline asked) {
        return switch (state) {
            case NotRaised _ -> throw new Unknown("support-need");
            case Raised _, Acknowledged _, Sourced _, NotUseful _ ->
                List.of(new SupportNeedDeclined(
                        asked.reason(), about(need(state).worker(), asked.explanation()), asked.on()));
            case Delivered _, Useful _ -> throw new Refused("need-delivered");
            case Declined _ -> List.of();
        };
    }

    private static boolean isWith(SupportSourced how, Source asked) {
        return how.with().equals(asked.with()) && how.reference().equals(asked.reference());
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static SupportNeedRaised raised(SupportNeed state, SupportNeedEvent event) {
        if (state instanceof NotRaised) {
            throw misplaced(state, event);
        }
        return need(state);
    }

    private static SupportSourced how(SupportNeed state, SupportNeedEvent event) {
        return switch (state) {
            case Sourced sourced -> sourced.how();
            case Delivered delivered -> delivered.how();
            case Useful useful -> useful.how();
            case NotUseful notUseful -> notUseful.how();
            case NotRaised _, Raised _, Acknowledged _, Declined _ -> throw misplaced(state, event);
        };
    }

    private static IllegalStateException misplaced(SupportNeed state, SupportNeedEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}

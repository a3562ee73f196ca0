package refocus.feedback.voice;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.feedback.voice.VoiceItemCommand.AcknowledgeVoiceItem;
import refocus.feedback.voice.VoiceItemCommand.LogVoiceItem;
import refocus.feedback.voice.VoiceItemCommand.PublishWeCannot;
import refocus.feedback.voice.VoiceItemCommand.PublishWeDid;
import refocus.feedback.voice.VoiceItemEvent.VoiceItemAcknowledged;
import refocus.feedback.voice.VoiceItemEvent.VoiceItemLogged;
import refocus.feedback.voice.VoiceItemEvent.WeCannotPublished;
import refocus.feedback.voice.VoiceItemEvent.WeDidPublished;

/// One thing that was said, and every rule about its answer.
public sealed interface VoiceItem {

    record Unlogged() implements VoiceItem {}

    record Waiting(VoiceItemLogged item, Optional<LocalDate> acknowledgedOn) implements VoiceItem {}

    /// Answered with "we cannot", until it is looked at again.
    record Declined(VoiceItemLogged item, WeCannotPublished answer) implements VoiceItem {}

    record Done(VoiceItemLogged item, WeDidPublished answer) implements VoiceItem {}

    StreamType<VoiceItemCommand, VoiceItemEvent, VoiceItem> TYPE = StreamType.of(
            "voice-item",
            new Decider<>(new Unlogged(), VoiceItem::decide, VoiceItem::evolve),
            VoiceItemEvent.class,
            VoiceItem.class);

    static List<VoiceItemEvent> decide(VoiceItem state, VoiceItemCommand command) {
        return switch (command) {
            case LogVoiceItem logging -> log(state, logging);
            case AcknowledgeVoiceItem(var on) -> acknowledge(state, on);
            case PublishWeDid publishing -> weDid(state, publishing);
            case PublishWeCannot publishing -> weCannot(state, publishing);
        };
    }

    static VoiceItem evolve(VoiceItem state, VoiceItemEvent event) {
        return switch (event) {
            case VoiceItemLogged logged -> new Waiting(logged, Optional.empty());
            case VoiceItemAcknowledged(var on) -> new Waiting(known(state, event), Optional.of(on));
            case WeDidPublished answer -> new Done(known(state, event), answer);
            case WeCannotPublished answer -> new Declined(known(state, event), answer);
        };
    }

    /// What was said; before it was logged there is nothing.
    static VoiceItemLogged item(VoiceItem state) {
        return switch (state) {
            case Unlogged _ -> throw new Unknown("voice-item");
            case Waiting waiting -> waiting.item();
            case Declined declined -> declined.item();
            case Done done -> done.item();
        };
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static VoiceItemLogged known(VoiceItem state, VoiceItemEvent event) {
        if (state instanceof Unlogged) {
            throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
        }
        return item(state);
    }

    private static List<VoiceItemEvent> log(VoiceItem state, LogVoiceItem asked) {
        return switch (state) {
            case Unlogged _ ->
                List.of(new VoiceItemLogged(
                        asked.saidBy(),
                        asked.source(),
                        asked.theme(),
                        about(asked.subject(), asked.said()),
                        asked.on(),
                        asked.replyDueOn()));
            // The id derives from the command, so this is the same command again.
            case Waiting _, Declined _, Done _ -> List.of();
        };
    }

    private static List<VoiceItemEvent> acknowledge(VoiceItem state, LocalDate on) {
        return switch (state) {
            case Unlogged _ -> throw new Unknown("voice-item");
            case Waiting(var item, var before)
            when before.isEmpty() -> {
                notBefore(item, on);
                yield List.of(new VoiceItemAcknowledged(on));
            }
            case Waiting _, Declined _, Done _ -> List.of();
        };
    }

    private static List<VoiceItemEvent> weDid(VoiceItem state, PublishWeDid asked) {
        VoiceItemLogged item = item(state);
        if (state instanceof Done) {
            return List.of();
        }
        notBefore(item, asked.on());
        return List.of(new WeDidPublished(asked.words().underSeal(), inTime(item, asked.on()), asked.on()));
    }

    private static List<VoiceItemEvent> weCannot(VoiceItem state, PublishWeCannot asked) {
        return switch (state) {
            case Unlogged _ -> throw new Unknown("voice-item");
            case Waiting waiting -> List.of(declined(waiting.item(), asked));
            case Declined(var item, var before) ->
                asked.reviewOn().isAfter(before.reviewOn()) ? List.of(declined(item, asked)) : List.of();
            case Done _ -> throw new Refused("voice-item-done");
        };
    }

    private static WeCannotPublished declined(VoiceItemLogged item, PublishWeCannot asked) {
        notBefore(item, asked.on());
        if (!asked.reviewOn().isAfter(asked.on())) {
            throw new Impossible("reviewOn", "review-not-later");
        }
        return new WeCannotPublished(
                asked.words().underSeal(), asked.reason(), asked.reviewOn(), inTime(item, asked.on()), asked.on());
    }

    private static boolean inTime(VoiceItemLogged item, LocalDate on) {
        return !on.isAfter(item.replyDueOn());
    }

    private static void notBefore(VoiceItemLogged item, LocalDate on) {
        if (on.isBefore(item.saidOn())) {
            throw new Impossible("occurredAt", "before-said");
        }
    }
}

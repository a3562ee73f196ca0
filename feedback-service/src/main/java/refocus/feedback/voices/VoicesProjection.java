package refocus.feedback.voices;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.feedback.voice.VoiceItemEvent;
import refocus.feedback.voice.VoiceItemEvent.VoiceItemAcknowledged;
import refocus.feedback.voice.VoiceItemEvent.VoiceItemLogged;
import refocus.feedback.voice.VoiceItemEvent.WeCannotPublished;
import refocus.feedback.voice.VoiceItemEvent.WeDidPublished;
import refocus.feedback.voices.VoiceEntry.State;

/// Keeps a row for each thing that was said.
@Singleton
public class VoicesProjection implements Projection<VoiceItemEvent> {

    public static final Table<VoiceEntry> VOICES = Table.of("voices", VoiceEntry.class, "item");

    @Override
    public String name() {
        return "voices";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<VoiceItemEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(VoiceItemEvent.class), Set.of("voice-item"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(VOICES);
    }

    @Override
    public List<Change> apply(Recorded<VoiceItemEvent> recorded) {
        UUID item = recorded.stream().id();
        return switch (recorded.event()) {
            case VoiceItemLogged logged -> List.of(VOICES.insert(entry(recorded, logged)));
            case VoiceItemAcknowledged(var on) -> List.of(VOICES.update(row -> row.acknowledged(on), item));
            case WeDidPublished did ->
                List.of(VOICES.update(
                        row -> row.answered(
                                State.WE_DID,
                                did.answer(),
                                did.publishedOn(),
                                did.inTime(),
                                Optional.empty(),
                                Optional.empty()),
                        item));
            case WeCannotPublished cannot ->
                List.of(VOICES.update(
                        row -> row.answered(
                                State.WE_CANNOT,
                                cannot.answer(),
                                cannot.publishedOn(),
                                cannot.inTime(),
                                Optional.of(cannot.reason()),
                                Optional.of(cannot.reviewOn())),
                        item));
        };
    }

    private static VoiceEntry entry(Recorded<?> recorded, VoiceItemLogged logged) {
        return new VoiceEntry(
                recorded.stream().id(),
                State.WAITING,
                logged.theme(),
                logged.saidOn(),
                recorded.occurredAt(),
                logged.replyDueOn(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

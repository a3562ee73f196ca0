package refocus.reporting.voices;

import static refocus.reporting.voices.HeardFact.HEARD;
import static refocus.reporting.voices.HeardMonth.MONTHS;
import static refocus.reporting.voices.VoiceFact.FACTS;
import static refocus.reporting.voices.VoiceItem.ITEMS;

import jakarta.inject.Singleton;
import java.util.List;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.voices.VoiceItem.Answer;
import refocus.reporting.voices.VoiceMessage.ResolutionConfirmed;
import refocus.reporting.voices.VoiceMessage.VoiceItemLogged;
import refocus.reporting.voices.VoiceMessage.WeCannotPublished;
import refocus.reporting.voices.VoiceMessage.WeDidPublished;

/// What was said, what was answered, and who felt heard.
@Singleton
class VoicesProjection implements Projection<VoiceMessage> {

    @Override
    public String name() {
        return "voices";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<VoiceMessage> feed() {
        return VoiceMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS, ITEMS, HEARD, MONTHS);
    }

    @Override
    public List<Change> apply(Recorded<VoiceMessage> recorded) {
        return switch (recorded.event()) {
            case VoiceItemLogged(var theme, var dueOn) ->
                List.of(
                        FACTS.insert(VoiceFact.said(recorded, theme, dueOn)),
                        ITEMS.insert(VoiceItem.waiting(recorded.stream().id(), theme, dueOn)));
            case WeDidPublished(var inTime) -> answered(recorded, Answer.WE_DID, inTime);
            case WeCannotPublished(var inTime) -> answered(recorded, Answer.WE_CANNOT, inTime);
            case ResolutionConfirmed confirmed -> heard(recorded, confirmed);
        };
    }

    private static List<Change> answered(Recorded<VoiceMessage> recorded, Answer answer, boolean inTime) {
        return List.of(
                FACTS.insert(VoiceFact.answered(recorded, inTime)),
                ITEMS.update(
                        item -> item.answered(answer, inTime), recorded.stream().id()));
    }

    private static List<Change> heard(Recorded<VoiceMessage> recorded, ResolutionConfirmed confirmed) {
        return List.of(
                HEARD.insert(new HeardFact(
                        recorded.id(),
                        VoiceMessage.TYPES.of(confirmed).name(),
                        recorded.stream().toString(),
                        recorded.version(),
                        confirmed.confirmedOn(),
                        confirmed.feltHeard(),
                        recorded.occurredAt(),
                        recorded.recordedAt())),
                MONTHS.add(new HeardMonth(
                        confirmed.confirmedOn().withDayOfMonth(1), 1L, confirmed.feltHeard() ? 1L : 0L)));
    }
}

package refocus.reporting.supportloop;

import static refocus.reporting.supportloop.NeedFact.FACTS;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.supportloop.NeedMessage.SupportConfirmedUseful;
import refocus.reporting.supportloop.NeedMessage.SupportNeedDeclined;
import refocus.reporting.supportloop.NeedMessage.SupportNeedRaised;
import refocus.reporting.supportloop.NeedMessage.SupportNotUseful;
import refocus.reporting.supportloop.NeedMessage.SupportSourced;

/// What became of each support need, and when.
///
/// Only facts: needs are followed from the day they were raised, and their days have a middle, not a sum.
@Singleton
class NeedsProjection implements Projection<NeedMessage> {

    @Override
    public String name() {
        return "support_needs";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<NeedMessage> feed() {
        return NeedMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS);
    }

    @Override
    public List<Change> apply(Recorded<NeedMessage> recorded) {
        return switch (recorded.event()) {
            case SupportNeedRaised(var day) -> fact(recorded, day);
            case SupportSourced(var day) -> fact(recorded, day);
            case SupportConfirmedUseful(var day) -> fact(recorded, day);
            case SupportNotUseful(var day) -> fact(recorded, day);
            case SupportNeedDeclined(var day) -> fact(recorded, day);
        };
    }

    private static List<Change> fact(Recorded<NeedMessage> recorded, LocalDate day) {
        return List.of(FACTS.insert(new NeedFact(
                recorded.id(),
                recorded.stream().id(),
                NeedMessage.TYPES.of(recorded.event()).name(),
                recorded.stream().toString(),
                recorded.version(),
                day,
                recorded.occurredAt(),
                recorded.recordedAt())));
    }
}

package refocus.reporting.voices;

import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// The rollup: something that was said, and how it stands. Whole months count these by the day they were due.
///
/// @param answer what stood when its 30 days ended, or what came later
record VoiceItem(UUID item, String theme, LocalDate dueOn, Answer answer) {

    static final Table<VoiceItem> ITEMS = Table.of("voice_item", VoiceItem.class, "item");

    /// How it was answered.
    enum Answer {
        NONE,
        LATE,
        WE_DID,
        WE_CANNOT
    }

    /// The last answer in time is the one that stood when the 30 days ended; a later one changes nothing of that.
    VoiceItem answered(Answer next, boolean inTime) {
        if (inTime) {
            return new VoiceItem(item, theme, dueOn, next);
        }
        return answer == Answer.NONE ? new VoiceItem(item, theme, dueOn, Answer.LATE) : this;
    }

    static VoiceItem waiting(UUID item, String theme, LocalDate dueOn) {
        return new VoiceItem(item, theme, dueOn, Answer.NONE);
    }
}

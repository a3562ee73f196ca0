package refocus.staff.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedDeclined;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedRaised;
import refocus.staff.supportneed.SupportNeedEvent.SupportSourced;

/// A support need as the lists show it, what was said still sealed.
///
/// @param reason a code: why it was declined
public record NeedEntry(
        UUID need,
        UUID worker,
        String theme,
        String urgency,
        Status status,
        Instant raisedAt,
        LocalDate raisedOn,
        Optional<Sealed> text,
        Optional<String> sourcedWith,
        Optional<UUID> reference,
        Optional<Sealed> note,
        Optional<String> reason,
        Optional<Sealed> explanation) {

    public enum Status {
        RAISED,
        ACKNOWLEDGED,
        SOURCED,
        DELIVERED,
        USEFUL,
        NOT_USEFUL,
        DECLINED
    }

    static NeedEntry of(UUID need, Instant raisedAt, SupportNeedRaised raised) {
        return new NeedEntry(
                need,
                raised.worker(),
                raised.theme(),
                raised.urgency(),
                Status.RAISED,
                raisedAt,
                raised.raisedOn(),
                raised.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    NeedEntry now(Status newStatus) {
        return new NeedEntry(
                need,
                worker,
                theme,
                urgency,
                newStatus,
                raisedAt,
                raisedOn,
                text,
                sourcedWith,
                reference,
                note,
                reason,
                explanation);
    }

    NeedEntry after(SupportSourced sourced) {
        return new NeedEntry(
                need,
                worker,
                theme,
                urgency,
                Status.SOURCED,
                raisedAt,
                raisedOn,
                text,
                Optional.of(sourced.with()),
                sourced.reference(),
                sourced.note(),
                reason,
                explanation);
    }

    NeedEntry after(SupportNeedDeclined declined) {
        return new NeedEntry(
                need,
                worker,
                theme,
                urgency,
                Status.DECLINED,
                raisedAt,
                raisedOn,
                text,
                sourcedWith,
                reference,
                note,
                Optional.of(declined.reason()),
                declined.explanation());
    }

    /// Whether anything in it is sealed under the worker's key.
    public boolean holdsPersonal() {
        return text.isPresent() || note.isPresent() || explanation.isPresent();
    }
}

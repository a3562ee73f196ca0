package refocus.staff.supportneed.http;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;
import refocus.staff.supportneed.SupportNeed;
import refocus.staff.supportneed.SupportNeed.Acknowledged;
import refocus.staff.supportneed.SupportNeed.Declined;
import refocus.staff.supportneed.SupportNeed.Delivered;
import refocus.staff.supportneed.SupportNeed.NotRaised;
import refocus.staff.supportneed.SupportNeed.NotUseful;
import refocus.staff.supportneed.SupportNeed.Raised;
import refocus.staff.supportneed.SupportNeed.Sourced;
import refocus.staff.supportneed.SupportNeed.Useful;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedDeclined;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedRaised;
import refocus.staff.supportneed.SupportNeedEvent.SupportSourced;

/// A support need as its reader sees it.
record SupportNeedShown(
        UUID id,
        UUID worker,
        String theme,
        String urgency,
        String status,
        LocalDate raisedOn,
        Optional<String> text,
        Optional<String> sourcedWith,
        Optional<UUID> reference,
        Optional<String> note,
        Optional<String> reason,
        Optional<String> explanation) {

    static SupportNeedShown of(UUID id, SupportNeed state, Opener opener) {
        return switch (state) {
            case NotRaised _ -> throw new Unknown("support-need");
            case Raised(var need) -> of(id, need, "RAISED", Optional.empty(), Optional.empty(), opener);
            case Acknowledged(var need) -> of(id, need, "ACKNOWLEDGED", Optional.empty(), Optional.empty(), opener);
            case Sourced(var need, var how) -> of(id, need, "SOURCED", Optional.of(how), Optional.empty(), opener);
            case Delivered(var need, var how) -> of(id, need, "DELIVERED", Optional.of(how), Optional.empty(), opener);
            case Useful(var need, var how) -> of(id, need, "USEFUL", Optional.of(how), Optional.empty(), opener);
            case NotUseful(var need, var how) -> of(id, need, "NOT_USEFUL", Optional.of(how), Optional.empty(), opener);
            case Declined(var need, var no) -> of(id, need, "DECLINED", Optional.empty(), Optional.of(no), opener);
        };
    }

    private static SupportNeedShown of(
            UUID id,
            SupportNeedRaised need,
            String status,
            Optional<SupportSourced> how,
            Optional<SupportNeedDeclined> no,
            Opener opener) {
        return new SupportNeedShown(
                id,
                need.worker(),
                need.theme(),
                need.urgency(),
                status,
                need.raisedOn(),
                opener.text(need.text()),
                how.map(SupportSourced::with),
                how.flatMap(SupportSourced::reference),
                opener.text(how.flatMap(SupportSourced::note)),
                no.map(SupportNeedDeclined::reason),
                opener.text(no.flatMap(SupportNeedDeclined::explanation)));
    }
}

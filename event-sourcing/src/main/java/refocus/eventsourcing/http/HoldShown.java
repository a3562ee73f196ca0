package refocus.eventsourcing.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.keeping.Holds;
import refocus.eventsourcing.personal.Opener;

/// A legal hold as its reader sees it.
///
/// @param reason a code of `legal-hold-reason`
/// @param label what the code says, in the reader's language
/// @param reference left out where it is erased
public record HoldShown(
        UUID id,
        String reason,
        String label,
        Optional<String> reference,
        LocalDate placedOn,
        Optional<LocalDate> liftedOn) {

    /// Those that were lifted too.
    public static List<HoldShown> all(Holds holds, Opener opener, CodeSets codes, Caller caller) {
        var locale = caller.language().locale();
        return holds.all().stream()
                .map(hold -> new HoldShown(
                        hold.id(),
                        hold.reason(),
                        codes.label(HoldAsked.REASONS, hold.reason(), locale),
                        opener.text(hold.reference()),
                        hold.placedOn(),
                        hold.liftedOn()))
                .toList();
    }
}

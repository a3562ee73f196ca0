package refocus.eventsourcing.http;

import java.util.List;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.keeping.Holds;
import refocus.eventsourcing.personal.Opener;

/// The legal holds on a record, those that were lifted too.
public record HoldsShown(List<HoldShown> items) {

    /// As the caller sees them.
    public static HoldsShown of(Holds holds, Opener opener, CodeSets codes, Caller caller) {
        return new HoldsShown(HoldShown.all(holds, opener, codes, caller));
    }
}

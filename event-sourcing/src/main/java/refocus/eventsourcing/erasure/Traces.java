package refocus.eventsourcing.erasure;

import java.util.List;
import refocus.eventsourcing.StreamId;

/// Where a person has left traces, as far as the service knows.
///
/// @param streams that have entries about them
/// @param search what they could be found by
public record Traces(List<StreamId> streams, List<Search> search) {

    /// A view made of signs of people.
    ///
    /// @param view its name, as in `child_index`
    /// @param column the person's id
    public record Search(String view, String column) {}
}

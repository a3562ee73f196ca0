package refocus.eventsourcing.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;

/// What the topic `refocus.access` tells of one row, in the order of its chain: the stream is `access/{writer}`, the
/// version its number in the chain.
///
/// `mac` chains it to the one before; that of a writer's last event is the head of its chain.
public sealed interface AccessEvent {

    String TOPIC = "refocus.access";

    @EventName("record-viewed")
    record RecordViewed(
            UUID subject,
            String what,
            String basis,
            Optional<String> reason,
            int results,
            String actor,
            String account,
            String client,
            List<String> roles,
            String mac)
            implements AccessEvent {}

    @EventName("access-denied")
    record AccessDenied(
            UUID subject,
            String what,
            Optional<String> reason,
            String actor,
            String account,
            String client,
            List<String> roles,
            String mac)
            implements AccessEvent {}
}

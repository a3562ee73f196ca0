package refocus.eventsourcing.relay;

/// The log and its topic do not belong together; publishing on would lose or repeat events. A person must look.
final class CannotRelay extends RuntimeException {

    CannotRelay(String why) {
        super(why);
    }
}

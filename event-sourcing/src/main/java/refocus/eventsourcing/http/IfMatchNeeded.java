package refocus.eventsourcing.http;

/// The change is one that must name the version it was decided on, and did not. Answers 428.
public final class IfMatchNeeded extends RuntimeException {

    public IfMatchNeeded() {
        super("If-Match is needed");
    }
}

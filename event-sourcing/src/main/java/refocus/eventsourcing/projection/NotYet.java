package refocus.eventsourcing.projection;

/// A view has not come as far as the reader asks; asking again in a moment may do.
public final class NotYet extends RuntimeException {

    private final boolean parked;

    /// @param parked whether the stream waits for an operator, so that a moment will not do
    public NotYet(String view, boolean parked) {
        this.parked = parked;
        super(view + " has not come so far");
    }

    public boolean parked() {
        return parked;
    }
}

package refocus.eventsourcing.log;

/// The log did not answer; whether the command took effect is not known. Asking again under the same key is safe.
public final class Unavailable extends RuntimeException {

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

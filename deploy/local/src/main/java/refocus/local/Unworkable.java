package refocus.local;

/// What stands in the way, in words for whoever started the system; it ends the run.
public final class Unworkable extends RuntimeException {

    public Unworkable(String words) {
        super(words);
    }
}

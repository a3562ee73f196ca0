package refocus.local;

/// What stands in the way, in words for whoever started the system; it ends the run.
final class Unworkable extends RuntimeException {

    Unworkable(String words) {
        super(words);
    }
}

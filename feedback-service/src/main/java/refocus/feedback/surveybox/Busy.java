package refocus.feedback.surveybox;

/// Someone else changed the same value in between; the change is tried again on what is there now.
final class Busy extends RuntimeException {

    private static final int OFTEN = 200;

    Busy() {
        super("changed in between");
    }

    static boolean is(Throwable failure) {
        return failure instanceof Busy;
    }

    /// How often a change is tried.
    static int tries() {
        return OFTEN;
    }
}

package refocus.feedback.survey;

/// One question, in both languages.
///
/// @param scale the highest answer: SCALE is answered from 1, RECOMMEND from 0 to 10
public record Question(String id, String en, String cy, Kind kind, int scale) {

    /// How it is answered, and so what is made of the answers.
    public enum Kind {
        /// Agreement; published as an index from 0 to 100.
        SCALE,
        /// Whether one would recommend; published as a net score from -100 to 100.
        RECOMMEND
    }

    private static final int RECOMMENDED_UP_TO = 10;

    public Question {
        if (id.isBlank() || scale < 2 || (kind == Kind.RECOMMEND && scale != RECOMMENDED_UP_TO)) {
            throw new IllegalArgumentException("not a question: " + id);
        }
    }

    /// The question as it is asked: its scale follows from its kind where none is given.
    public static int usualScale(Kind kind) {
        return kind == Kind.RECOMMEND ? RECOMMENDED_UP_TO : 5;
    }

    public boolean takes(int answer) {
        return answer >= (kind == Kind.SCALE ? 1 : 0) && answer <= scale;
    }
}

package refocus.recruitment.vacancy;

import java.util.List;
import java.util.Optional;

/// What candidates are judged by, in one stage.
///
/// @param id a plain word, unique in its vacancy
/// @param weight how much it counts beside the others of its stage
/// @param minimum of 0 to 5: the score under which an essential criterion is not met
/// @param anchors what each score from 0 to 5 looks like; all six or none
public record Criterion(
        String id,
        Bilingual title,
        boolean essential,
        int weight,
        Stage stage,
        Optional<Integer> minimum,
        List<Anchor> anchors) {

    /// 3 of 5 is *meets the criterion*.
    private static final int USUAL_MINIMUM = 3;

    /// What one score looks like.
    public record Anchor(int score, Bilingual words) {}

    /// What it needs at least; nothing, where it is desirable and has no minimum of its own.
    public int needs() {
        return minimum.orElse(essential ? USUAL_MINIMUM : 0);
    }
}

package refocus.reporting.scorecard;

import java.math.BigDecimal;

/// Which way a measure should go.
public enum Better {
    MORE,
    LESS,
    /// A measure of size: neither way is good in itself.
    NEITHER;

    /// What a change means for children.
    public enum Verdict {
        BETTER,
        WORSE,
        SAME,
        OPEN
    }

    public Verdict of(BigDecimal change) {
        if (change.signum() == 0) {
            return Verdict.SAME;
        }
        return switch (this) {
            case MORE -> change.signum() > 0 ? Verdict.BETTER : Verdict.WORSE;
            case LESS -> change.signum() < 0 ? Verdict.BETTER : Verdict.WORSE;
            case NEITHER -> Verdict.OPEN;
        };
    }
}

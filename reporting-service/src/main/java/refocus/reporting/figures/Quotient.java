package refocus.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How much of a part there is for each one of a whole, to one decimal, half up.
public final class Quotient {

    private Quotient() {}

    /// Empty of nothing, as a percentage is.
    public static Optional<BigDecimal> of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(part.divide(whole, 1, RoundingMode.HALF_UP));
    }
}

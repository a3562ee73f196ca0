package refocus.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// A part of a whole in per cent, to one decimal, half up.
public final class Percentage {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percentage() {}

    /// Empty of nothing: a share of zero is not zero, it does not exist.
    public static Optional<BigDecimal> of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP));
    }

    public static Optional<BigDecimal> of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }
}

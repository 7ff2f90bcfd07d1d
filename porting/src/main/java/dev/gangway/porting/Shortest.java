package dev.gangway.porting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The shortest decimal number that is read as the same {@code double}; {@code Double.toString} of JDK 17 has sometimes a longer one. */
final class Shortest {
    private static final int MAX_DIGITS = 17;

    private Shortest() {}

    static BigDecimal of(double x) {
        BigDecimal exact = new BigDecimal(x);
        for (int digits = 1; digits <= MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == x) {
                return rounded;
            }
        }
        return exact;
    }
}

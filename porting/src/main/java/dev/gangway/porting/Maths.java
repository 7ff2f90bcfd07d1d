package dev.gangway.porting;

/** Python's module {@code math}. */
public final class Maths {
    /** {@code math.pi}. */
    public static final double pi = Math.PI;
    /** {@code math.e}. */
    public static final double e = Math.E;
    /** {@code math.inf}. */
    public static final double inf = Double.POSITIVE_INFINITY;

    private Maths() {}

    /** Returns {@code math.floor(x)}. */
    public static long floor(double x) {
        return (long) Math.floor(x);
    }

    /** Returns {@code math.ceil(x)}. */
    public static long ceil(double x) {
        return (long) Math.ceil(x);
    }

    /** Returns {@code math.sqrt(x)}. */
    public static double sqrt(double x) {
        if (x < 0) {
            throw new ValueError("math domain error");
        }
        return Math.sqrt(x);
    }

    /** Returns {@code math.sin(x)}. */
    public static double sin(double x) {
        return Math.sin(x);
    }

    /** Returns {@code math.cos(x)}. */
    public static double cos(double x) {
        return Math.cos(x);
    }

    /** Returns {@code math.log(x)}. */
    public static double log(double x) {
        return Math.log(x);
    }
}

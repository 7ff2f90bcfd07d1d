package dev.gangway.porting;

/** Python's module {@code datetime}; its classes are {@link DateTime} and {@link TimeDelta}. */
public final class Datetime {
    /** {@code datetime.UTC}. */
    public static final TimeZone UTC = TimeZone.utc;

    private Datetime() {}
}

package dev.gangway.porting;

/** Python's module {@code calendar}. */
public final class Calendar {
    private Calendar() {}

    /** Returns {@code calendar.timegm(t)}. */
    public static long timegm(DateTime t) {
        return (long) Time.utc(t);
    }
}

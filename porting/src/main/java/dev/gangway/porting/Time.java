package dev.gangway.porting;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Python's module {@code time}. */
public final class Time {
    private Time() {}

    /** Returns {@code time.time()}. */
    public static double time() {
        Instant now = Instant.now();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }

    /** Returns {@code time.monotonic()}. */
    public static double monotonic() {
        return System.nanoTime() / 1e9;
    }

    /** Returns {@code time.perf_counter()}. */
    public static double perfCounter() {
        return System.nanoTime() / 1e9;
    }

    /** Does {@code time.sleep(seconds)}; the end of the server wakes it up. */
    public static void sleep(@Nullable Object seconds) throws IOException {
        try {
            Thread.sleep((long) (1000 * Ported.asDouble(seconds)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }

    /** Returns {@code time.localtime()}. */
    public static DateTime localtime() {
        return DateTime.now();
    }

    /** Returns {@code time.localtime(seconds)}. */
    public static DateTime localtime(@Nullable Object secs) {
        return secs == null ? localtime() : DateTime.fromtimestamp(Ported.asDouble(secs));
    }

    /** Returns {@code time.gmtime()}. */
    public static DateTime gmtime() {
        return DateTime.utcnow();
    }

    /** Returns {@code time.gmtime(seconds)}. */
    public static DateTime gmtime(@Nullable Object secs) {
        return secs == null ? gmtime() : DateTime.utcfromtimestamp(Ported.asDouble(secs));
    }

    /** Returns {@code time.strftime(format)}. */
    public static String strftime(String format) {
        return localtime().strftime(format);
    }

    /** Returns {@code time.strftime(format, t)}. */
    public static String strftime(String format, DateTime t) {
        return t.strftime(format);
    }

    /** Returns {@code time.asctime()}. */
    public static String asctime() {
        return asctime(localtime());
    }

    /** Returns {@code time.asctime(t)}. */
    public static String asctime(DateTime t) {
        return t.ctime();
    }

    /** Returns {@code time.ctime()}. */
    public static String ctime() {
        return asctime();
    }

    /** Returns {@code time.ctime(seconds)}. */
    public static String ctime(@Nullable Object secs) {
        return localtime(secs).ctime();
    }

    /** Returns {@code time.mktime(t)}. */
    public static double mktime(DateTime t) {
        return t.local().atZone(ZoneId.systemDefault()).toEpochSecond();
    }

    static double utc(DateTime t) {
        return t.local().toEpochSecond(ZoneOffset.UTC);
    }
}

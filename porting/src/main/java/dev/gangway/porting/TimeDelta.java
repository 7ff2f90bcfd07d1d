package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code datetime.timedelta}. */
public final class TimeDelta {
    private final double seconds;

    TimeDelta(double seconds) {
        this.seconds = seconds;
    }

    /** Makes one of {@code days}, {@code hours}, {@code minutes}, {@code seconds} and the like. */
    public TimeDelta(Keywords keywords) {
        this(value(keywords, "weeks") * 604800
                + value(keywords, "days") * 86400
                + value(keywords, "hours") * 3600
                + value(keywords, "minutes") * 60
                + value(keywords, "seconds")
                + value(keywords, "milliseconds") / 1000
                + value(keywords, "microseconds") / 1e6);
    }

    /** Makes one of days. */
    public TimeDelta(@Nullable Object days) {
        this(Ported.asDouble(days) * 86400);
    }

    private static double value(Keywords keywords, String name) {
        return Ported.asDouble(keywords.get(name, 0L));
    }

    /** Returns {@code delta.total_seconds()}. */
    public double totalSeconds() {
        return seconds;
    }

    /** Returns {@code delta.days}. */
    public long days() {
        return (long) Math.floor(seconds / 86400);
    }

    /** Returns {@code delta.seconds}. */
    public long seconds() {
        return (long) Math.floor(seconds - days() * 86400.0);
    }

    /** Returns {@code str(delta)}. */
    @Override
    public String toString() {
        long rest = seconds();
        long micros = Math.round((seconds - Math.floor(seconds)) * 1e6);
        String days = days() == 0 ? "" : days() + (Math.abs(days()) == 1 ? " day, " : " days, ");
        return days
                + String.format("%d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60)
                + (micros == 0 ? "" : String.format(".%06d", micros));
    }
}

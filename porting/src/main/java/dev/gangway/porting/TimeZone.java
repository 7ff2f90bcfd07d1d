package dev.gangway.porting;

import java.time.ZoneOffset;

/** Python's {@code datetime.timezone}. */
public final class TimeZone {
    /** {@code timezone.utc}. */
    public static final TimeZone utc = new TimeZone(new TimeDelta(0.0));

    private final ZoneOffset offset;

    /** Makes the zone of an offset from UTC. */
    public TimeZone(TimeDelta offset) {
        this.offset = ZoneOffset.ofTotalSeconds((int) offset.totalSeconds());
    }

    ZoneOffset offset() {
        return offset;
    }
}

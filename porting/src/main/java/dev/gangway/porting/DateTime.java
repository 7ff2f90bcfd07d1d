package dev.gangway.porting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Python's {@code datetime.datetime}, and what {@code time.localtime()} gives. */
@SuppressWarnings({"JavaLocalDateTimeGetNano", "IntLongMath"}) // parts of a second are read beside the seconds
public final class DateTime implements Comparable<DateTime>, Itemized {
    private final LocalDateTime local;
    private final @Nullable ZoneOffset offset;

    DateTime(LocalDateTime local, @Nullable ZoneOffset offset) {
        this.local = local.truncatedTo(ChronoUnit.MICROS);
        this.offset = offset;
    }

    /** Makes a day. */
    public DateTime(long year, long month, long day) {
        this(LocalDateTime.of((int) year, (int) month, (int) day, 0, 0), null);
    }

    /** Makes a time of a day. */
    public DateTime(long year, long month, long day, long hour, long minute, long second) {
        this(LocalDateTime.of((int) year, (int) month, (int) day, (int) hour, (int) minute, (int) second), null);
    }

    LocalDateTime local() {
        return local;
    }

    /** Returns {@code datetime.now()}. */
    public static DateTime now() {
        return new DateTime(LocalDateTime.now(ZoneId.systemDefault()), null);
    }

    /** Returns {@code datetime.now(tz)}. */
    public static DateTime now(@Nullable TimeZone tz) {
        return tz == null ? now() : new DateTime(LocalDateTime.now(tz.offset()), tz.offset());
    }

    /** Returns {@code datetime.today()}. */
    public static DateTime today() {
        return now();
    }

    /** Returns {@code datetime.utcnow()}. */
    public static DateTime utcnow() {
        return new DateTime(LocalDateTime.now(ZoneOffset.UTC), null);
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochSecond(
                (long) Math.floor(seconds), Math.round((seconds - Math.floor(seconds)) * 1e6) * 1000);
    }

    /** Returns {@code datetime.fromtimestamp(seconds)}. */
    public static DateTime fromtimestamp(double timestamp) {
        return new DateTime(LocalDateTime.ofInstant(instant(timestamp), ZoneId.systemDefault()), null);
    }

    /** Returns {@code datetime.fromtimestamp(seconds, tz)}. */
    public static DateTime fromtimestamp(double timestamp, @Nullable TimeZone tz) {
        return tz == null
                ? fromtimestamp(timestamp)
                : new DateTime(LocalDateTime.ofInstant(instant(timestamp), tz.offset()), tz.offset());
    }

    /** Returns {@code datetime.utcfromtimestamp(seconds)}. */
    public static DateTime utcfromtimestamp(double timestamp) {
        return new DateTime(LocalDateTime.ofInstant(instant(timestamp), ZoneOffset.UTC), null);
    }

    /** Returns {@code datetime.fromisoformat(text)}. */
    public static DateTime fromisoformat(String text) {
        try {
            String iso = text.replace(' ', 'T');
            if (iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")) {
                OffsetDateTime time = OffsetDateTime.parse(iso);
                return new DateTime(time.toLocalDateTime(), time.getOffset());
            }
            return new DateTime(LocalDateTime.parse(iso.contains("T") ? iso : iso + "T00:00"), null);
        } catch (DateTimeParseException e) {
            throw new ValueError("Invalid isoformat string: " + Python.repr(text));
        }
    }

    /** Returns {@code datetime.strptime(text, format)}. */
    public static DateTime strptime(String text, String format) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            pattern.append(
                    c != '%'
                            ? (Character.isLetter(c) ? "'" + c + "'" : String.valueOf(c))
                            : switch (format.charAt(++i)) {
                                case 'Y' -> "yyyy";
                                case 'm' -> "M";
                                case 'd' -> "d";
                                case 'H' -> "H";
                                case 'M' -> "m";
                                case 'S' -> "s";
                                case 'f' -> "SSSSSS";
                                case 'b' -> "MMM";
                                case 'B' -> "MMMM";
                                case 'a' -> "EEE";
                                case 'A' -> "EEEE";
                                case 'Z' -> "zzz";
                                case 'z' -> "xx";
                                case 'y' -> "yy";
                                case 'I' -> "h";
                                case 'p' -> "a";
                                default ->
                                    throw new ValueError("'" + format.charAt(i) + "' is a bad directive in format "
                                            + Python.repr(format));
                            });
        }
        try {
            java.time.temporal.TemporalAccessor parsed =
                    DateTimeFormatter.ofPattern(pattern.toString(), Locale.ROOT).parse(text);
            java.time.LocalDate day = java.time.LocalDate.from(parsed);
            java.time.LocalTime time = parsed.query(java.time.temporal.TemporalQueries.localTime());
            return new DateTime(LocalDateTime.of(day, time == null ? java.time.LocalTime.MIDNIGHT : time), null);
        } catch (java.time.DateTimeException e) {
            throw new ValueError("time data " + Python.repr(text) + " does not match format " + Python.repr(format));
        }
    }

    /** Returns {@code time.strftime(format)}. */
    public String strftime(String format) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                out.append(format.charAt(i));
                continue;
            }
            char c = format.charAt(++i);
            if (c == '-' && i + 1 < format.length()) {
                out.append(one(format.charAt(++i)).replaceFirst("^0(?=.)", ""));
            } else {
                out.append(one(c));
            }
        }
        return out.toString();
    }

    private String text(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(local);
    }

    private String one(char c) {
        return switch (c) {
            case 'Y' -> Integer.toString(local.getYear());
            case 'y' -> text("yy");
            case 'm' -> text("MM");
            case 'd' -> text("dd");
            case 'e' -> String.format("%2d", local.getDayOfMonth());
            case 'H' -> text("HH");
            case 'I' -> text("hh");
            case 'M' -> text("mm");
            case 'S' -> text("ss");
            case 'f' -> String.format("%06d", local.getNano() / 1000);
            case 'a' -> text("EEE");
            case 'A' -> text("EEEE");
            case 'b', 'h' -> text("MMM");
            case 'B' -> text("MMMM");
            case 'p' -> local.getHour() < 12 ? "AM" : "PM";
            case 'j' -> text("DDD");
            case 'w' -> Integer.toString(local.getDayOfWeek().getValue() % 7);
            case 'T' -> text("HH:mm:ss");
            case 'D', 'x' -> text("MM/dd/yy");
            case 'F' -> text("yyyy-MM-dd");
            case 'R' -> text("HH:mm");
            case 'X' -> text("HH:mm:ss");
            case 'c' -> ctime();
            case 's' -> Long.toString((long) timestamp());
            case 'z' -> offset == null ? "" : DateTimeFormatter.ofPattern("xx").format(local.atOffset(offset));
            case 'Z' ->
                offset == null
                        ? ZoneId.systemDefault()
                                .getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH)
                                .replace("Z", "UTC")
                        : offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> "%" + c;
        };
    }

    /** Returns {@code time.ctime()}. */
    public String ctime() {
        return text("EEE MMM ") + String.format("%2d", local.getDayOfMonth()) + text(" HH:mm:ss yyyy");
    }

    /** Returns {@code time.isoformat()}. */
    public String isoformat() {
        return isoformat("T");
    }

    /** Returns {@code time.isoformat(separator)}. */
    public String isoformat(String sep) {
        return text("yyyy-MM-dd")
                + sep
                + text("HH:mm:ss")
                + (local.getNano() == 0 ? "" : one('f').transform(f -> "." + f))
                + zone();
    }

    private String zone() {
        return offset == null ? "" : offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    /** Returns {@code time.timestamp()}. */
    public double timestamp() {
        Instant instant = offset == null ? local.atZone(ZoneId.systemDefault()).toInstant() : local.toInstant(offset);
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    /** Returns {@code time.date()}: midnight. */
    public DateTime date() {
        return new DateTime(local.truncatedTo(ChronoUnit.DAYS), null);
    }

    /** Returns {@code time.replace(…)}. */
    public DateTime replace(Keywords keywords) {
        LocalDateTime changed = local;
        if (keywords.has("microsecond")) {
            changed = changed.withNano((int) Ported.asLong(keywords.get("microsecond")) * 1000);
        }
        ZoneOffset zone =
                keywords.has("tzinfo") ? (keywords.get("tzinfo") instanceof TimeZone tz ? tz.offset() : null) : offset;
        return new DateTime(changed, zone);
    }

    /** Returns {@code time.astimezone(tz)}. */
    public DateTime astimezone(TimeZone tz) {
        return fromtimestamp(timestamp(), tz);
    }

    /** Returns {@code time.year}. */
    public long year() {
        return local.getYear();
    }

    /** Returns {@code time.month}. */
    public long month() {
        return local.getMonthValue();
    }

    /** Returns {@code time.day}. */
    public long day() {
        return local.getDayOfMonth();
    }

    /** Returns {@code time.hour}. */
    public long hour() {
        return local.getHour();
    }

    /** Returns {@code time.minute}. */
    public long minute() {
        return local.getMinute();
    }

    /** Returns {@code time.second}. */
    public long second() {
        return local.getSecond();
    }

    /** Returns {@code time.microsecond}. */
    public long microsecond() {
        return local.getNano() / 1000;
    }

    /** Returns {@code time.weekday()}. */
    public long weekday() {
        return local.getDayOfWeek().getValue() - 1;
    }

    /** Returns {@code time.tzinfo}. */
    public @Nullable TimeZone tzinfo() {
        return offset == null ? null : new TimeZone(new TimeDelta((double) offset.getTotalSeconds()));
    }

    DateTime plus(TimeDelta delta) {
        return new DateTime(local.plusNanos(Math.round(delta.totalSeconds() * 1e6) * 1000), offset);
    }

    TimeDelta minus(DateTime other) {
        return new TimeDelta(ChronoUnit.MICROS.between(other.local, local) / 1e6
                - (offset == null || other.offset == null
                        ? 0
                        : offset.getTotalSeconds() - other.offset.getTotalSeconds()));
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return Lists.at(
                Tuple.of(
                        year(), month(), day(), hour(), minute(), second(), weekday(), (long) local.getDayOfYear(), 0L),
                Ported.asLong(key));
    }

    @Override
    public int compareTo(DateTime other) {
        return offset != null && other.offset != null
                ? Double.compare(timestamp(), other.timestamp())
                : local.compareTo(other.local);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DateTime time && compareTo(time) == 0;
    }

    @Override
    public int hashCode() {
        return local.hashCode();
    }

    /** Returns {@code str(time)}. */
    @Override
    public String toString() {
        return isoformat(" ");
    }
}

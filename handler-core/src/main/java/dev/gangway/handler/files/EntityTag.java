package dev.gangway.handler.files;

import dev.gangway.http.syntax.Grammar;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * An entity tag (RFC 9110 §8.8.3).
 *
 * @param weak whether it only says that two representations are equivalent, not that they are the same bytes
 * @param opaque the quoted part, quotes included
 */
public record EntityTag(boolean weak, String opaque) {
    /**
     * How long a file must have rested before its time of modification tells its content: two seconds are the coarsest
     * clock of a file system in use (FAT). A file that was written more than once within that time could be served
     * under one tag with two contents.
     */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /** Tells whether a file was modified just before, so that it may change once more without another time. */
    static boolean isWarm(BasicFileAttributes file, Instant now) {
        return file.lastModifiedTime().toInstant().plus(REST).isAfter(now);
    }

    /** Makes the quoted part from the length and the time of modification of a file, and a number that tells more of it. */
    static String opaque(BasicFileAttributes file, long more) {
        Instant time = file.lastModifiedTime().toInstant();
        long hash = mix(time.getEpochSecond());
        hash = mix(hash ^ time.getNano());
        hash = mix(hash ^ more);
        return "\"" + Long.toHexString(hash) + "-" + Long.toHexString(file.size()) + "\"";
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * MULTIPLIER;
        return mixed ^ (mixed >>> 29);
    }

    /**
     * Tells whether a list of entity tags, the value of {@code If-Match} or {@code If-None-Match}, has this one.
     *
     * <p>Reading stops at the first text that is no entity tag; the tags before it count.
     *
     * @param list the field's value, {@code *} for any
     * @param strongly whether to compare strongly (RFC 9110 §8.8.3.2): then no weak tag matches anything
     * @return whether one of them matches
     */
    public boolean isIn(String list, boolean strongly) {
        if (Grammar.strip(list).equals("*")) {
            return true;
        }
        int at = 0;
        while (at < list.length()) {
            char c = list.charAt(at);
            if (c == ',' || Grammar.isOptionalSpace(c)) {
                at++;
                continue;
            }
            boolean otherWeak = list.startsWith("W/", at);
            int open = otherWeak ? at + 2 : at;
            int close = open < list.length() && list.charAt(open) == '"' ? list.indexOf('"', open + 1) : -1;
            if (close < 0) {
                return false;
            }
            boolean same = opaque.length() == close + 1 - open && list.startsWith(opaque, open);
            if (same && !(strongly && (weak || otherWeak))) {
                return true;
            }
            at = close + 1;
        }
        return false;
    }

    /**
     * Returns the tag as it stands in a field.
     *
     * @return for example {@code "5f3a-1c"} or {@code W/"5f3a-1c"}, quotes included
     */
    @Override
    public String toString() {
        return weak ? "W/" + opaque : opaque;
    }
}

package dev.gangway.porting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** A match of a regular expression. */
public final class Match implements Itemized {
    private final MatchResult result;
    private final Re.Compiled pattern;
    private final boolean bytes;

    Match(MatchResult result, Re.Compiled pattern, boolean bytes) {
        this.result = result;
        this.pattern = pattern;
        this.bytes = bytes;
    }

    private @Nullable Object value(@Nullable String text) {
        return bytes && text != null ? (Object) text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1) : text;
    }

    private int index(@Nullable Object group) {
        if (group instanceof String name) {
            Integer number = pattern.names().get(name);
            if (number == null) {
                throw new IndexError("no such group");
            }
            return number;
        }
        int number = (int) Ported.asLong(group);
        if (number < 0 || number > result.groupCount()) {
            throw new IndexError("no such group");
        }
        return number;
    }

    /** Returns {@code match.group()}. */
    public @Nullable Object group() {
        return value(result.group());
    }

    /** Returns {@code match.group(group)}: a number or a name. */
    public @Nullable Object group(@Nullable Object group) {
        return value(result.group(index(group)));
    }

    /** Returns {@code match.groups()}. */
    public Tuple groups() {
        Object[] all = new Object[result.groupCount()];
        for (int i = 0; i < all.length; i++) {
            all[i] = value(result.group(i + 1));
        }
        return Tuple.of(all);
    }

    /** Returns {@code match.groupdict()}. */
    public Map<String, @Nullable Object> groupdict() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        pattern.names().forEach((name, number) -> all.put(name, value(result.group(number))));
        return all;
    }

    /** Returns {@code match.start()}. */
    public long start() {
        return result.start();
    }

    /** Returns {@code match.start(group)}. */
    public long start(@Nullable Object group) {
        return result.start(index(group));
    }

    /** Returns {@code match.end()}. */
    public long end() {
        return result.end();
    }

    /** Returns {@code match.end(group)}. */
    public long end(@Nullable Object group) {
        return result.end(index(group));
    }

    /** Returns {@code match.span()}. */
    public List<@Nullable Object> span() {
        return Tuple.of(start(), end());
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return group(key);
    }
}

package dev.gangway.porting;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of Python's {@code str}. */
public final class Str {
    private Str() {}

    /** Returns a text that is there, or throws what Python throws for {@code None}. */
    public static String of(@Nullable String x) {
        if (x == null) {
            throw new TypeError("can only concatenate str (not \"NoneType\") to str");
        }
        return x;
    }

    /** Returns {@code x * count}. */
    public static String repeat(String x, long count) {
        return x.repeat((int) Math.max(0, count));
    }

    /** Returns {@code x[index]}. */
    public static String at(String x, long index) {
        int at = Lists.index(x.length(), index, "string");
        return x.substring(at, at + 1);
    }

    /** Returns {@code x[from:]}. */
    public static String from(String x, long from) {
        return x.substring(Lists.bound(x.length(), from));
    }

    /** Returns {@code x[from:to]}. */
    public static String slice(String x, long from, long to) {
        int begin = Lists.bound(x.length(), from);
        return x.substring(begin, Math.max(begin, Lists.bound(x.length(), to)));
    }

    /** Returns {@code x[from:to:step]}; null stands for a bound left out. */
    public static String slice(String x, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        StringBuilder found = new StringBuilder();
        for (int each : Lists.indices(x.length(), from, to, step)) {
            found.append(x.charAt(each));
        }
        return found.toString();
    }

    static int compare(String a, String b) {
        int[] x = a.codePoints().toArray();
        int[] y = b.codePoints().toArray();
        return java.util.Arrays.compare(x, y);
    }

    /** Returns the characters. */
    public static List<String> characters(String x) {
        return x.codePoints()
                .mapToObj(Character::toString)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c >= '\t' && c <= '\r'
                || c >= 0x1c && c <= 0x1f
                || c == 0x85
                || c == 0xa0
                || c > 255 && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Returns {@code x.strip()}. */
    public static String strip(String x) {
        return rstrip(lstrip(x));
    }

    /** Returns {@code x.lstrip()}. */
    public static String lstrip(String x) {
        int i = 0;
        while (i < x.length() && isSpace(x.charAt(i))) {
            i++;
        }
        return x.substring(i);
    }

    /** Returns {@code x.rstrip()}. */
    public static String rstrip(String x) {
        int i = x.length();
        while (i > 0 && isSpace(x.charAt(i - 1))) {
            i--;
        }
        return x.substring(0, i);
    }

    /** Returns {@code x.strip(characters)}. */
    public static String strip(String x, @Nullable String characters) {
        return rstrip(lstrip(x, characters), characters);
    }

    /** Returns {@code x.lstrip(characters)}. */
    public static String lstrip(String x, @Nullable String characters) {
        if (characters == null) {
            return lstrip(x);
        }
        int i = 0;
        while (i < x.length() && characters.indexOf(x.charAt(i)) >= 0) {
            i++;
        }
        return x.substring(i);
    }

    /** Returns {@code x.rstrip(characters)}. */
    public static String rstrip(String x, @Nullable String characters) {
        if (characters == null) {
            return rstrip(x);
        }
        int i = x.length();
        while (i > 0 && characters.indexOf(x.charAt(i - 1)) >= 0) {
            i--;
        }
        return x.substring(0, i);
    }

    /** Returns {@code x.split()}: at white space. */
    public static List<String> split(String x) {
        return split(x, null, -1);
    }

    /** Returns {@code x.split(separator)}. */
    public static List<String> split(String x, @Nullable String sep) {
        return split(x, sep, -1);
    }

    /** Returns {@code x.split(separator, maxsplit)}. */
    public static List<String> split(String x, @Nullable String sep, long maxsplit) {
        List<String> parts = new ArrayList<>();
        if (sep == null) {
            String rest = lstrip(x);
            while (!rest.isEmpty() && (maxsplit < 0 || parts.size() < maxsplit)) {
                int end = 0;
                while (end < rest.length() && !isSpace(rest.charAt(end))) {
                    end++;
                }
                parts.add(rest.substring(0, end));
                rest = lstrip(rest.substring(end));
            }
            if (!rest.isEmpty()) {
                parts.add(rest);
            }
            return parts;
        }
        if (sep.isEmpty()) {
            throw new ValueError("empty separator");
        }
        int at = 0;
        for (int next = x.indexOf(sep);
                next >= 0 && (maxsplit < 0 || parts.size() < maxsplit);
                next = x.indexOf(sep, at)) {
            parts.add(x.substring(at, next));
            at = next + sep.length();
        }
        parts.add(x.substring(at));
        return parts;
    }

    /** Returns {@code x.rsplit()}: at white space. */
    public static List<String> rsplit(String x) {
        return split(x);
    }

    /** Returns {@code x.rsplit(separator)}. */
    public static List<String> rsplit(String x, @Nullable String sep) {
        return split(x, sep, -1);
    }

    /** Returns {@code x.rsplit(separator, maxsplit)}. */
    public static List<String> rsplit(String x, @Nullable String sep, long maxsplit) {
        if (maxsplit < 0) {
            return split(x, sep, maxsplit);
        }
        if (sep == null) {
            return rsplitAtSpace(x, maxsplit);
        }
        if (sep.isEmpty()) {
            throw new ValueError("empty separator");
        }
        List<String> parts = new ArrayList<>();
        int end = x.length();
        for (int next = x.lastIndexOf(sep);
                next >= 0 && parts.size() < maxsplit;
                next = next == 0 ? -1 : x.lastIndexOf(sep, next - 1)) {
            if (next + sep.length() > end) {
                continue;
            }
            parts.add(0, x.substring(next + sep.length(), end));
            end = next;
        }
        parts.add(0, x.substring(0, end));
        return parts;
    }

    private static List<String> rsplitAtSpace(String x, long maxsplit) {
        List<String> parts = new ArrayList<>();
        String rest = rstrip(x);
        while (!rest.isEmpty() && parts.size() < maxsplit) {
            int begin = rest.length();
            while (begin > 0 && !isSpace(rest.charAt(begin - 1))) {
                begin--;
            }
            parts.add(0, rest.substring(begin));
            rest = rstrip(rest.substring(0, begin));
        }
        if (!rest.isEmpty()) {
            parts.add(0, rest);
        }
        return parts;
    }

    /** Returns {@code x.splitlines()}. */
    public static List<String> splitlines(String x) {
        return splitlines(x, false);
    }

    /** Returns {@code x.splitlines(keepends)}. */
    public static List<String> splitlines(String x, boolean keepends) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < x.length(); i++) {
            char c = x.charAt(i);
            boolean end = c == '\n'
                    || c == '\r'
                    || c == 0x0b
                    || c == 0x0c
                    || c >= 0x1c && c <= 0x1e
                    || c == 0x85
                    || c == 0x2028
                    || c == 0x2029;
            if (end) {
                int stop = i;
                i += c == '\r' && i + 1 < x.length() && x.charAt(i + 1) == '\n' ? 1 : 0;
                lines.add(x.substring(start, keepends ? i + 1 : stop));
                start = i + 1;
            }
        }
        if (start < x.length()) {
            lines.add(x.substring(start));
        }
        return lines;
    }

    /** Returns {@code x.partition(separator)}. */
    public static Tuple partition(String x, String sep) {
        int at = x.indexOf(sep);
        return at < 0 ? Tuple.of(x, "", "") : Tuple.of(x.substring(0, at), sep, x.substring(at + sep.length()));
    }

    /** Returns {@code x.rpartition(separator)}. */
    public static Tuple rpartition(String x, String sep) {
        int at = x.lastIndexOf(sep);
        return at < 0 ? Tuple.of("", "", x) : Tuple.of(x.substring(0, at), sep, x.substring(at + sep.length()));
    }

    /** Returns {@code x.join(parts)}. */
    public static String join(String x, @Nullable Object parts) {
        StringBuilder joined = new StringBuilder();
        int index = 0;
        for (Object each : Python.list(parts)) {
            if (!(each instanceof String text)) {
                throw new TypeError(
                        "sequence item " + index + ": expected str instance, " + Repr.type(each) + " found");
            }
            joined.append(index++ == 0 ? "" : x).append(text);
        }
        return joined.toString();
    }

    /** Tells whether {@code x.startswith(prefix)}; a tuple is any of them. */
    public static boolean startswith(String x, @Nullable Object prefix) {
        return prefix instanceof Collection<?> all
                ? all.stream().anyMatch(each -> startswith(x, each))
                : x.startsWith(text(prefix));
    }

    /** Tells whether {@code x.startswith(prefix, start)}. */
    public static boolean startswith(String x, @Nullable Object prefix, long start) {
        return startswith(from(x, start), prefix);
    }

    /** Tells whether {@code x.endswith(suffix)}; a tuple is any of them. */
    public static boolean endswith(String x, @Nullable Object suffix) {
        return suffix instanceof Collection<?> all
                ? all.stream().anyMatch(each -> endswith(x, each))
                : x.endsWith(text(suffix));
    }

    private static String text(@Nullable Object x) {
        if (x instanceof String text) {
            return text;
        }
        throw new TypeError("expected str, not " + Repr.type(x));
    }

    /** Returns {@code x.find(part)}. */
    public static long find(String x, String part) {
        return x.indexOf(part);
    }

    /** Returns {@code x.find(part, start)}. */
    public static long find(String x, String part, long start) {
        return x.indexOf(part, Lists.bound(x.length(), start));
    }

    /** Returns {@code x.find(part, start, end)}. */
    public static long find(String x, String part, long start, long end) {
        int at = x.indexOf(part, Lists.bound(x.length(), start));
        return at >= 0 && at + part.length() <= Lists.bound(x.length(), end) ? at : -1;
    }

    /** Returns {@code x.rfind(part)}. */
    public static long rfind(String x, String part) {
        return x.lastIndexOf(part);
    }

    /** Returns {@code x.index(part)}. */
    public static long index(String x, String part) {
        return index(x, part, 0);
    }

    /** Returns {@code x.index(part, start)}. */
    public static long index(String x, String part, long start) {
        long at = find(x, part, start);
        if (at < 0) {
            throw new ValueError("substring not found");
        }
        return at;
    }

    /** Returns {@code x.rindex(part)}. */
    public static long rindex(String x, String part) {
        long at = rfind(x, part);
        if (at < 0) {
            throw new ValueError("substring not found");
        }
        return at;
    }

    /** Returns {@code x.count(part)}. */
    public static long count(String x, String part) {
        return part.isEmpty() ? x.length() + 1 : split(x, part).size() - 1;
    }

    /** Returns {@code x.replace(old, new)}. */
    public static String replace(String x, String old, String by) {
        return x.replace(old, by);
    }

    /** Returns {@code x.replace(old, new, count)}. */
    public static String replace(String x, String old, String by, long count) {
        return count < 0 ? x.replace(old, by) : String.join(by, split(x, old, count));
    }

    /** Returns {@code x.removeprefix(prefix)}. */
    public static String removeprefix(String x, String prefix) {
        return x.startsWith(prefix) ? x.substring(prefix.length()) : x;
    }

    /** Returns {@code x.removesuffix(suffix)}. */
    public static String removesuffix(String x, String suffix) {
        return x.endsWith(suffix) && !suffix.isEmpty() ? x.substring(0, x.length() - suffix.length()) : x;
    }

    /** Returns {@code x.lower()}. */
    public static String lower(String x) {
        return x.toLowerCase(Locale.ROOT);
    }

    /** Returns {@code x.upper()}. */
    public static String upper(String x) {
        return x.toUpperCase(Locale.ROOT);
    }

    /** Returns {@code x.casefold()}. */
    public static String casefold(String x) {
        return x.replace("\u00df", "ss").toLowerCase(Locale.ROOT);
    }

    /** Returns {@code x.capitalize()}. */
    public static String capitalize(String x) {
        return x.isEmpty() ? x : upper(x.substring(0, 1)) + lower(x.substring(1));
    }

    /** Returns {@code x.swapcase()}. */
    public static String swapcase(String x) {
        StringBuilder swapped = new StringBuilder();
        x.codePoints().mapToObj(Character::toString).forEach(c -> swapped.append(isupper(c) ? lower(c) : upper(c)));
        return swapped.toString();
    }

    /** Returns {@code x.title()}. */
    public static String title(String x) {
        StringBuilder title = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < x.length(); i++) {
            char c = x.charAt(i);
            title.append(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inside = Character.isLetter(c);
        }
        return title.toString();
    }

    private static boolean all(String x, java.util.function.IntPredicate test) {
        return !x.isEmpty() && x.codePoints().allMatch(test);
    }

    /** Tells whether {@code x.isdigit()}. */
    public static boolean isdigit(String x) {
        return all(x, c -> Character.isDigit(c) || c == 0xb2 || c == 0xb3 || c == 0xb9);
    }

    /** Tells whether {@code x.isdecimal()}. */
    public static boolean isdecimal(String x) {
        return all(x, Character::isDigit);
    }

    /** Tells whether {@code x.isnumeric()}. */
    public static boolean isnumeric(String x) {
        return all(
                x,
                c -> Character.isDigit(c)
                        || Character.getType(c) == Character.OTHER_NUMBER
                        || Character.getType(c) == Character.LETTER_NUMBER);
    }

    /** Tells whether {@code x.isalpha()}. */
    public static boolean isalpha(String x) {
        return all(x, Character::isLetter);
    }

    /** Tells whether {@code x.isalnum()}. */
    public static boolean isalnum(String x) {
        return !x.isEmpty() && characters(x).stream().allMatch(c -> isalpha(c) || isdigit(c) || isnumeric(c));
    }

    /** Tells whether {@code x.isspace()}. */
    public static boolean isspace(String x) {
        return all(x, c -> c < 65536 && isSpace((char) c));
    }

    /** Tells whether {@code x.isupper()}. */
    public static boolean isupper(String x) {
        return x.equals(upper(x)) && !x.equals(lower(x));
    }

    /** Tells whether {@code x.islower()}. */
    public static boolean islower(String x) {
        return x.equals(lower(x)) && !x.equals(upper(x));
    }

    /** Returns {@code x.zfill(width)}. */
    public static String zfill(String x, long width) {
        String sign = x.startsWith("-") || x.startsWith("+") ? x.substring(0, 1) : "";
        return sign + repeat("0", width - x.length()) + x.substring(sign.length());
    }

    private static long size(String x) {
        return x.codePointCount(0, x.length());
    }

    /** Returns {@code x.ljust(width)}. */
    public static String ljust(String x, long width) {
        return ljust(x, width, " ");
    }

    /** Returns {@code x.ljust(width, fill)}. */
    public static String ljust(String x, long width, String fill) {
        return x + repeat(fill, width - size(x));
    }

    /** Returns {@code x.rjust(width)}. */
    public static String rjust(String x, long width) {
        return rjust(x, width, " ");
    }

    /** Returns {@code x.rjust(width, fill)}. */
    public static String rjust(String x, long width, String fill) {
        return repeat(fill, width - size(x)) + x;
    }

    /** Returns {@code x.center(width)}. */
    public static String center(String x, long width) {
        return center(x, width, " ");
    }

    /** Returns {@code x.center(width, fill)}. */
    public static String center(String x, long width, String fill) {
        long all = Math.max(0, width - size(x));
        long left = all / 2 + (all & width & 1);
        return repeat(fill, left) + x + repeat(fill, all - left);
    }

    /** Returns {@code x.expandtabs()}. */
    public static String expandtabs(String x) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < x.length(); i++) {
            char c = x.charAt(i);
            int count = c == '\t' ? 8 - column % 8 : 1;
            out.append(c == '\t' ? " ".repeat(count) : String.valueOf(c));
            column = c == '\n' || c == '\r' ? 0 : column + count;
        }
        return out.toString();
    }

    static Charset charset(String encoding) {
        String name = encoding.toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (name) {
            case "utf-8", "utf8", "u8" -> StandardCharsets.UTF_8;
            case "ascii", "us-ascii", "646" -> StandardCharsets.US_ASCII;
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1" -> StandardCharsets.ISO_8859_1;
            default -> {
                try {
                    yield Charset.forName(name);
                } catch (IllegalArgumentException e) {
                    throw new LookupError("unknown encoding: " + encoding);
                }
            }
        };
    }

    /** Returns {@code x.encode()}. */
    public static byte[] encode(String x) {
        return encode(x, "utf-8", "strict");
    }

    /** Returns {@code x.encode(encoding)}. */
    public static byte[] encode(String x, String encoding) {
        return encode(x, encoding, "strict");
    }

    /** Returns {@code x.encode(encoding, errors)}. */
    public static byte[] encode(String x, String encoding, String errors) {
        if (errors.equals("surrogateescape")) {
            return Bytes.unescaped(x, charset(encoding));
        }
        if (errors.equals("xmlcharrefreplace") || errors.equals("backslashreplace")) {
            return replaced(x, charset(encoding), errors).getBytes(charset(encoding));
        }
        CodingErrorAction action = errors.equals("ignore")
                ? CodingErrorAction.IGNORE
                : errors.equals("replace") ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
        try {
            ByteBuffer bytes = charset(encoding)
                    .newEncoder()
                    .onMalformedInput(action)
                    .onUnmappableCharacter(action)
                    .encode(CharBuffer.wrap(x));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (CharacterCodingException e) {
            throw new UnicodeEncodeError("'" + encoding + "' codec can't encode characters in " + Python.repr(x));
        }
    }

    private static String replaced(String x, Charset charset, String errors) {
        StringBuilder out = new StringBuilder();
        x.codePoints().forEach(c -> {
            String text = Character.toString(c);
            boolean can = charset.newEncoder().canEncode(text);
            out.append(
                    can
                            ? text
                            : errors.startsWith("xml")
                                    ? "&#" + c + ";"
                                    : c < 256
                                            ? String.format("\\x%02x", c)
                                            : c < 65536 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
        });
        return out.toString();
    }

    /** Returns {@code x.decode(encoding)} of Python 2, whose strings are bytes. */
    public static String decode(String x) {
        return Bytes.decode(x.getBytes(StandardCharsets.ISO_8859_1), "ascii");
    }

    /** Returns {@code x.decode(encoding)} of Python 2, whose strings are bytes. */
    public static String decode(String x, String encoding) {
        return encoding.equals("base64")
                ? new String(Base64.b64decode(x), StandardCharsets.ISO_8859_1)
                : Bytes.decode(x.getBytes(StandardCharsets.ISO_8859_1), encoding);
    }

    /** Returns {@code unicode(x, encoding)} of Python 2. */
    public static String unicode(String x, @Nullable Object encoding) {
        return decode(x, Python.str(encoding));
    }

    /** Returns {@code x % values}. */
    public static String percent(String x, @Nullable Object values) {
        return Percent.format(x, values);
    }

    /** Returns {@code x.format(…)}; values by name come last, as {@link Keywords}. */
    public static String format(String x, @Nullable Object... values) {
        return Format.text(x, values);
    }

    /** Returns {@code x.format_map(values)}. */
    public static String formatMap(String x, Map<?, ?> values) {
        List<@Nullable Object> pairs = new ArrayList<>();
        values.forEach((key, value) -> {
            pairs.add(key);
            pairs.add(value);
        });
        return Format.text(x, Keywords.of(pairs.toArray()));
    }
}

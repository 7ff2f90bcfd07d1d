package dev.gangway.porting;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of Python's {@code bytes}. */
public final class Bytes {
    private Bytes() {}

    /** Returns bytes, or throws what Python throws where bytes are needed. */
    public static byte[] of(@Nullable Object x) {
        if (x instanceof byte[] bytes) {
            return bytes;
        }
        throw new TypeError("a bytes-like object is required, not '" + Repr.type(x) + "'");
    }

    static byte[] make(@Nullable Object x) {
        if (x instanceof byte[] bytes) {
            return bytes;
        }
        if (x instanceof Long size) {
            return new byte[size.intValue()];
        }
        if (x instanceof String) {
            throw new TypeError("string argument without an encoding");
        }
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        Python.list(x).forEach(each -> made.write((int) Ported.asLong(each)));
        return made.toByteArray();
    }

    private static String latin(byte[] x) {
        return new String(x, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String x) {
        return x.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> all(List<String> x) {
        List<byte[]> all = new ArrayList<>();
        x.forEach(each -> all.add(bytes(each)));
        return all;
    }

    private static Tuple all(Tuple x) {
        return Tuple.of(x.stream()
                .map(each -> (Object) bytes((String) java.util.Objects.requireNonNull(each)))
                .toArray());
    }

    /** Returns {@code a + b}. */
    public static byte[] concat(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /** Returns {@code x * count}. */
    public static byte[] repeat(byte[] x, long count) {
        return bytes(latin(x).repeat((int) Math.max(0, count)));
    }

    /** Returns the numbers that a loop goes through. */
    public static List<Long> values(byte[] x) {
        List<Long> values = new ArrayList<>();
        for (byte b : x) {
            values.add(b & 0xffL);
        }
        return values;
    }

    /** Returns {@code x[index]}, a number. */
    public static long get(byte[] x, long index) {
        return x[Lists.index(x.length, index, "index")] & 0xff;
    }

    /** Returns {@code x[index]} as Python 2 has it, one byte. */
    public static byte[] at(byte[] x, long index) {
        return new byte[] {x[Lists.index(x.length, index, "string")]};
    }

    /** Returns {@code x[from:]}. */
    public static byte[] from(byte[] x, long from) {
        return Arrays.copyOfRange(x, Lists.bound(x.length, from), x.length);
    }

    /** Returns {@code x[from:to]}. */
    public static byte[] slice(byte[] x, long from, long to) {
        int begin = Lists.bound(x.length, from);
        return Arrays.copyOfRange(x, begin, Math.max(begin, Lists.bound(x.length, to)));
    }

    /** Returns {@code x[from:to:step]}; null stands for a bound left out. */
    public static byte[] slice(byte[] x, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        return bytes(Str.slice(latin(x), from, to, step));
    }

    /** Returns {@code x.decode()}. */
    public static String decode(byte[] x) {
        return decode(x, "utf-8", "strict");
    }

    /** Returns {@code x.decode(encoding)}. */
    public static String decode(byte[] x, String encoding) {
        return decode(x, encoding, "strict");
    }

    /** Returns {@code x.decode(encoding, errors)}. */
    public static String decode(byte[] x, String encoding, String errors) {
        Charset charset = Str.charset(encoding);
        if (errors.equals("surrogateescape")) {
            return escaped(x, charset);
        }
        CodingErrorAction action = errors.equals("ignore")
                ? CodingErrorAction.IGNORE
                : errors.equals("strict") ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        try {
            return charset.newDecoder()
                    .onMalformedInput(action)
                    .onUnmappableCharacter(action)
                    .decode(ByteBuffer.wrap(x))
                    .toString();
        } catch (CharacterCodingException e) {
            int at = 0;
            while (at < x.length && isDecodable(Arrays.copyOf(x, at + 1), charset)) {
                at++;
            }
            throw new UnicodeDecodeError(
                    "'" + charset.name().toLowerCase(java.util.Locale.ROOT) + "' codec can't decode byte 0x"
                            + String.format("%02x", x[Math.min(at, x.length - 1)]) + " in position " + at);
        }
    }

    private static boolean isDecodable(byte[] x, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(x));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String escaped(byte[] x, Charset charset) {
        if (isDecodable(x, charset)) {
            return new String(x, charset);
        }
        StringBuilder text = new StringBuilder();
        for (byte b : x) {
            text.append(b >= 0 ? (char) b : (char) (0xdc00 + (b & 0xff)));
        }
        return text.toString();
    }

    static byte[] unescaped(String x, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        x.codePoints().forEach(c -> {
            if (c >= 0xdc80 && c <= 0xdcff) {
                out.write(c - 0xdc00);
            } else {
                out.writeBytes(Character.toString(c).getBytes(charset));
            }
        });
        return out.toByteArray();
    }

    /** Returns {@code x.hex()}. */
    public static String hex(byte[] x) {
        StringBuilder hex = new StringBuilder();
        for (byte b : x) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }

    /** Returns {@code x.find(part)}. */
    public static long find(byte[] x, byte[] part) {
        return latin(x).indexOf(latin(part));
    }

    /** Returns {@code x.find(part, start)}. */
    public static long find(byte[] x, byte[] part, long start) {
        return latin(x).indexOf(latin(part), Lists.bound(x.length, start));
    }

    /** Returns {@code x.rfind(part)}. */
    public static long rfind(byte[] x, byte[] part) {
        return latin(x).lastIndexOf(latin(part));
    }

    /** Returns {@code x.index(part)}. */
    public static long index(byte[] x, byte[] part) {
        long at = find(x, part);
        if (at < 0) {
            throw new ValueError("subsection not found");
        }
        return at;
    }

    /** Returns {@code x.count(part)}. */
    public static long count(byte[] x, byte[] part) {
        return Str.count(latin(x), latin(part));
    }

    /** Tells whether {@code x.startswith(prefix)}. */
    public static boolean startswith(byte[] x, byte[] prefix) {
        return latin(x).startsWith(latin(prefix));
    }

    /** Tells whether {@code x.endswith(suffix)}. */
    public static boolean endswith(byte[] x, byte[] suffix) {
        return latin(x).endsWith(latin(suffix));
    }

    private static String ascii(byte[] x, java.util.function.UnaryOperator<String> change) {
        return change.apply(latin(x));
    }

    private static final String SPACE = " \t\n\r\u000b\f";

    /** Returns {@code x.strip()}. */
    public static byte[] strip(byte[] x) {
        return bytes(ascii(x, text -> Str.strip(text, SPACE)));
    }

    /** Returns {@code x.lstrip()}. */
    public static byte[] lstrip(byte[] x) {
        return bytes(Str.lstrip(latin(x), SPACE));
    }

    /** Returns {@code x.rstrip()}. */
    public static byte[] rstrip(byte[] x) {
        return bytes(Str.rstrip(latin(x), SPACE));
    }

    /** Returns {@code x.strip(characters)}. */
    public static byte[] strip(byte[] x, byte[] characters) {
        return bytes(Str.strip(latin(x), latin(characters)));
    }

    /** Returns {@code x.lstrip(characters)}. */
    public static byte[] lstrip(byte[] x, byte[] characters) {
        return bytes(Str.lstrip(latin(x), latin(characters)));
    }

    /** Returns {@code x.rstrip(characters)}. */
    public static byte[] rstrip(byte[] x, byte[] characters) {
        return bytes(Str.rstrip(latin(x), latin(characters)));
    }

    /** Returns {@code x.split()}. */
    public static List<byte[]> split(byte[] x) {
        return all(Str.split(latin(x)));
    }

    /** Returns {@code x.split(separator)}. */
    public static List<byte[]> split(byte[] x, byte[] sep) {
        return all(Str.split(latin(x), latin(sep)));
    }

    /** Returns {@code x.split(separator, maxsplit)}. */
    public static List<byte[]> split(byte[] x, byte[] sep, long maxsplit) {
        return all(Str.split(latin(x), latin(sep), maxsplit));
    }

    /** Returns {@code x.rsplit(separator, maxsplit)}. */
    public static List<byte[]> rsplit(byte[] x, byte[] sep, long maxsplit) {
        return all(Str.rsplit(latin(x), latin(sep), maxsplit));
    }

    /** Returns {@code x.splitlines()}. */
    public static List<byte[]> splitlines(byte[] x) {
        List<byte[]> lines = new ArrayList<>();
        String text = latin(x);
        for (String line : text.split("\r\n|\r|\n", -1)) {
            lines.add(bytes(line));
        }
        if (text.isEmpty() || text.endsWith("\n") || text.endsWith("\r")) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** Returns {@code x.partition(separator)}. */
    public static Tuple partition(byte[] x, byte[] sep) {
        return all(Str.partition(latin(x), latin(sep)));
    }

    /** Returns {@code x.rpartition(separator)}. */
    public static Tuple rpartition(byte[] x, byte[] sep) {
        return all(Str.rpartition(latin(x), latin(sep)));
    }

    /** Returns {@code x.join(parts)}. */
    public static byte[] join(byte[] x, @Nullable Object parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int index = 0;
        for (Object each : Python.list(parts)) {
            if (index++ > 0) {
                joined.writeBytes(x);
            }
            joined.writeBytes(of(each));
        }
        return joined.toByteArray();
    }

    /** Returns {@code x.replace(old, new)}. */
    public static byte[] replace(byte[] x, byte[] old, byte[] by) {
        return bytes(latin(x).replace(latin(old), latin(by)));
    }

    /** Returns {@code x.lower()}. */
    public static byte[] lower(byte[] x) {
        byte[] lower = x.clone();
        for (int i = 0; i < x.length; i++) {
            lower[i] = (byte) (x[i] >= 'A' && x[i] <= 'Z' ? x[i] + 32 : x[i]);
        }
        return lower;
    }

    /** Returns {@code x.upper()}. */
    public static byte[] upper(byte[] x) {
        byte[] upper = x.clone();
        for (int i = 0; i < x.length; i++) {
            upper[i] = (byte) (x[i] >= 'a' && x[i] <= 'z' ? x[i] - 32 : x[i]);
        }
        return upper;
    }

    /** Tells whether {@code x.isdigit()}. */
    public static boolean isdigit(byte[] x) {
        return latin(x).matches("[0-9]+");
    }

    /** Returns {@code x % values}. */
    public static byte[] percent(byte[] x, @Nullable Object values) {
        return bytes(Percent.bytes(latin(x), values));
    }
}

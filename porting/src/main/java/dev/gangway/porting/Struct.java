package dev.gangway.porting;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's module {@code struct}, with the sizes of 64-bit Linux. */
public final class Struct {
    private Struct() {}

    /** One part of a format: a character and how often. */
    private record Part(char code, int count) {}

    private static final class Layout {
        private final boolean bigEndian;
        private final boolean aligned;
        private final List<Part> parts = new ArrayList<>();

        Layout(String format) {
            String order = format.isEmpty() ? "@" : format.substring(0, 1);
            boolean marked = "@=<>!".contains(order);
            bigEndian = order.equals(">") || order.equals("!");
            aligned = !marked || order.equals("@");
            int count = -1;
            for (char code : format.substring(marked ? 1 : 0).toCharArray()) {
                if (Character.isDigit(code)) {
                    count = Math.max(count, 0) * 10 + (code - '0');
                } else if (!Character.isWhitespace(code)) {
                    if ("xcbB?hHiIlLqQnNfdsp".indexOf(code) < 0) {
                        throw new ValueError("bad char in struct format");
                    }
                    parts.add(new Part(code, count < 0 ? 1 : count));
                    count = -1;
                }
            }
            if (count >= 0) {
                throw new ValueError("repeat count given without format specifier");
            }
        }

        int size(char code) {
            return switch (code) {
                case 'h', 'H' -> 2;
                case 'i', 'I', 'f' -> 4;
                case 'l', 'L' -> aligned ? 8 : 4;
                case 'q', 'Q', 'd', 'n', 'N' -> 8;
                default -> 1;
            };
        }

        int padding(int at, char code) {
            int size = size(code);
            return aligned && at % size != 0 ? size - at % size : 0;
        }

        int bytes() {
            int at = 0;
            for (Part part : parts) {
                at += padding(at, part.code()) + part.count() * size(part.code());
            }
            return at;
        }
    }

    /** Returns {@code struct.calcsize(format)}. */
    public static long calcsize(@Nullable Object format) {
        return layout(format).bytes();
    }

    private static Layout layout(@Nullable Object format) {
        return new Layout(
                format instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : Python.str(format));
    }

    /** Returns {@code struct.pack(format, *values)}. */
    public static byte[] pack(@Nullable Object format, @Nullable Object... values) {
        Layout layout = layout(format);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int next = 0;
        int wanted = 0;
        for (Part part : layout.parts) {
            boolean text = part.code() == 's' || part.code() == 'p';
            wanted += text ? 1 : part.code() == 'x' ? 0 : part.count();
        }
        if (wanted != values.length) {
            throw new ValueError("pack expected " + wanted + " items for packing (got " + values.length + ")");
        }
        for (Part part : layout.parts) {
            out.writeBytes(new byte[layout.padding(out.size(), part.code())]);
            if (part.code() == 's' || part.code() == 'p') {
                text(part, values[next++], out);
                continue;
            }
            for (int i = 0; i < part.count(); i++) {
                if (part.code() == 'x') {
                    out.write(0);
                } else {
                    value(part.code(), layout, values[next++], out);
                }
            }
        }
        return out.toByteArray();
    }

    private static void text(Part part, @Nullable Object value, ByteArrayOutputStream out) {
        byte[] bytes = value instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : Bytes.of(value);
        if (part.code() == 'p') {
            int length = Math.min(Math.min(bytes.length, Math.max(0, part.count() - 1)), 255);
            if (part.count() > 0) {
                out.write(length);
                out.writeBytes(Arrays.copyOf(Arrays.copyOf(bytes, length), part.count() - 1));
            }
            return;
        }
        out.writeBytes(Arrays.copyOf(bytes, part.count()));
    }

    private static void value(char code, Layout layout, @Nullable Object value, ByteArrayOutputStream out) {
        int size = layout.size(code);
        switch (code) {
            case 'c' -> {
                byte[] bytes = Bytes.of(value);
                if (bytes.length != 1) {
                    throw new ValueError("char format requires a bytes object of length 1");
                }
                out.write(bytes[0]);
            }
            case '?' -> out.write(Python.truth(value) ? 1 : 0);
            case 'f' -> put(Float.floatToIntBits((float) Ported.asDouble(value)), size, layout, out);
            case 'd' -> put(Double.doubleToLongBits(Ported.asDouble(value)), size, layout, out);
            default -> put(whole(code, size, value), size, layout, out);
        }
    }

    private static long whole(char code, int size, @Nullable Object value) {
        if (!(value instanceof Long
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof BigInteger)) {
            throw new ValueError("required argument is not an integer");
        }
        BigInteger number = value instanceof BigInteger big ? big : BigInteger.valueOf(Ported.asLong(value));
        boolean unsigned = Character.isUpperCase(code);
        BigInteger least = unsigned
                ? BigInteger.ZERO
                : BigInteger.ONE.shiftLeft(8 * size - 1).negate();
        BigInteger above = BigInteger.ONE.shiftLeft(unsigned ? 8 * size : 8 * size - 1);
        if (number.compareTo(least) < 0 || number.compareTo(above) >= 0) {
            throw new ValueError(
                    "'" + code + "' format requires " + least + " <= number <= " + above.subtract(BigInteger.ONE));
        }
        return number.longValue();
    }

    private static void put(long value, int size, Layout layout, ByteArrayOutputStream out) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >> 8 * (layout.bigEndian ? size - 1 - i : i)));
        }
    }

    /** Returns {@code struct.unpack(format, data)}. */
    public static Tuple unpack(@Nullable Object format, @Nullable Object data) {
        int size = layout(format).bytes();
        byte[] bytes = data instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : Bytes.of(data);
        if (bytes.length != size) {
            throw new ValueError("unpack requires a buffer of " + size + " bytes");
        }
        return unpackFrom(format, bytes, 0);
    }

    /** Returns {@code struct.unpack_from(format, data)}. */
    public static Tuple unpackFrom(@Nullable Object format, @Nullable Object data) {
        return unpackFrom(format, data, 0);
    }

    /** Returns {@code struct.unpack_from(format, data, offset)}. */
    public static Tuple unpackFrom(@Nullable Object format, @Nullable Object data, long offset) {
        Layout layout = layout(format);
        byte[] bytes = data instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : Bytes.of(data);
        long from = offset < 0 ? bytes.length + offset : offset;
        if (from < 0 || bytes.length - from < layout.bytes()) {
            throw new ValueError("unpack_from requires a buffer of at least " + (Math.max(from, 0) + layout.bytes())
                    + " bytes for unpacking " + layout.bytes() + " bytes at offset " + from
                    + " (actual buffer size is " + bytes.length + ")");
        }
        List<@Nullable Object> values = new ArrayList<>();
        int at = 0;
        for (Part part : layout.parts) {
            at += layout.padding(at, part.code());
            int size = layout.size(part.code());
            if (part.code() == 's' || part.code() == 'p') {
                byte[] text = Arrays.copyOfRange(bytes, (int) from + at, (int) from + at + part.count());
                values.add(part.code() == 's' ? text : pascal(text));
                at += part.count();
                continue;
            }
            for (int i = 0; i < part.count(); i++, at += size) {
                if (part.code() != 'x') {
                    values.add(read(part.code(), size, layout, bytes, (int) from + at));
                }
            }
        }
        return Tuple.copyOf(values);
    }

    private static byte[] pascal(byte[] text) {
        int length = text.length == 0 ? 0 : Math.min(text[0] & 0xff, text.length - 1);
        return Arrays.copyOfRange(text, Math.min(1, text.length), Math.min(1, text.length) + length);
    }

    private static Object read(char code, int size, Layout layout, byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = (value << 8) | (bytes[layout.bigEndian ? at + i : at + size - 1 - i] & 0xff);
        }
        int spare = 64 - 8 * size;
        return switch (code) {
            case 'c' -> new byte[] {bytes[at]};
            case '?' -> bytes[at] != 0;
            case 'f' -> (double) Float.intBitsToFloat((int) value);
            case 'd' -> Double.longBitsToDouble(value);
            case 'Q', 'N' -> value < 0 ? (Object) new BigInteger(Long.toUnsignedString(value)) : (Object) value;
            case 'L' -> size == 8 && value < 0 ? (Object) new BigInteger(Long.toUnsignedString(value)) : (Object) value;
            default -> Character.isUpperCase(code) ? value : (value << spare) >> spare;
        };
    }
}

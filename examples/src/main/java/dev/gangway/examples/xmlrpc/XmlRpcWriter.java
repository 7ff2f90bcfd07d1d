package dev.gangway.examples.xmlrpc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes responses ("xmlrpc.client: dumps"). {@link XmlRpcReader} tells which Java type stands for which element. */
final class XmlRpcWriter {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HH:mm:ss", Locale.ROOT);
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\n'});

    private final StringBuilder out = new StringBuilder();
    private final Deque<Object> open = new ArrayDeque<>();
    private final boolean allowNone;

    private XmlRpcWriter(boolean allowNone) {
        this.allowNone = allowNone;
    }

    /** Writes the response to a call that went well. */
    static String response(@Nullable Object result, boolean allowNone) throws XmlRpcException {
        XmlRpcWriter writer = new XmlRpcWriter(allowNone);
        writer.out.append("<params>\n<param>\n");
        writer.write(result);
        writer.out.append("</param>\n</params>\n");
        return writer.methodResponse();
    }

    /** Writes the response to a call that failed. */
    static String fault(int faultCode, String faultString) {
        XmlRpcWriter writer = new XmlRpcWriter(false);
        writer.out.append("<fault>\n");
        try {
            writer.write(faultMembers(faultCode, faultString));
        } catch (XmlRpcException e) {
            throw new IllegalStateException(e);
        }
        writer.out.append("</fault>\n");
        return writer.methodResponse();
    }

    /** Returns a fault as the structure that carries it. */
    static Map<String, @Nullable Object> faultMembers(int faultCode, String faultString) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("faultCode", faultCode);
        members.put("faultString", faultString);
        return members;
    }

    private String methodResponse() {
        return "<?xml version='1.0'?>\n<methodResponse>\n" + out + "</methodResponse>\n";
    }

    private void write(@Nullable Object value) throws XmlRpcException {
        if (value == null) {
            if (!allowNone) {
                throw new XmlRpcException("TypeError", "cannot marshal None unless allow_none is enabled");
            }
            out.append("<value><nil/></value>");
        } else if (value instanceof Boolean bool) {
            scalar("boolean", bool ? "1" : "0");
        } else if (value instanceof Integer) {
            scalar("int", value.toString());
        } else if (value instanceof Long || value instanceof BigInteger) {
            writeLong(new BigInteger(value.toString()));
        } else if (value instanceof Double number) {
            scalar("double", repr(number));
        } else if (value instanceof String text) {
            scalar("string", escape(text));
        } else if (value instanceof byte[] bytes) {
            String encoded = BASE64.encodeToString(bytes);
            scalar("base64", "\n" + encoded + (encoded.isEmpty() ? "" : "\n"));
        } else if (value instanceof LocalDateTime time) {
            scalar("dateTime.iso8601", DATE_TIME.format(time));
        } else if (value instanceof List<?> list) {
            enter(list, "sequences");
            out.append("<value><array><data>\n");
            for (Object element : list) {
                write(element);
            }
            out.append("</data></array></value>\n");
            open.pop();
        } else if (value instanceof Map<?, ?> map) {
            enter(map, "dictionaries");
            writeStruct(map);
            open.pop();
        } else {
            throw new XmlRpcException("TypeError", "cannot marshal " + value.getClass() + " objects");
        }
    }

    private void writeStruct(Map<?, ?> map) throws XmlRpcException {
        out.append("<value><struct>\n");
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new XmlRpcException("TypeError", "dictionary key must be string");
            }
            out.append("<member>\n<name>").append(escape(name)).append("</name>\n");
            write(member.getValue());
            out.append("</member>\n");
        }
        out.append("</struct></value>\n");
    }

    private void writeLong(BigInteger number) throws XmlRpcException {
        if (number.bitLength() > 31) {
            throw new XmlRpcException("OverflowError", "int exceeds XML-RPC limits");
        }
        scalar("int", number.toString());
    }

    private void enter(Object container, String kind) throws XmlRpcException {
        for (Object outer : open) {
            if (outer == container) {
                throw new XmlRpcException("TypeError", "cannot marshal recursive " + kind);
            }
        }
        open.push(container);
    }

    private void scalar(String type, String text) {
        out.append("<value><").append(type).append('>').append(text);
        out.append("</").append(type).append("></value>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes a number as Python's {@code repr} does: {@code 1.0}, {@code 1e+16}, {@code 1e-05}. */
    static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return Double.toString(value);
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return decimal.scale() <= 0 ? decimal.toBigInteger() + ".0" : decimal.toPlainString();
        }
        String digits = decimal.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + fraction
                + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}

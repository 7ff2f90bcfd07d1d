package dev.gangway.examples.xmlrpc;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls ("xmlrpc.client: loads"), as leniently as Python does. A document type, and so an entity of its own, is
 * refused; so is a nesting of more than {@value #MAX_DEPTH} values.
 *
 * <table>
 *   <caption>Elements and types</caption>
 *   <tr><td>{@code int}, {@code i4}, {@code i8} and the like</td><td>{@link Integer}, or {@link BigInteger} where it is too large</td></tr>
 *   <tr><td>{@code boolean}</td><td>{@link Boolean}</td></tr>
 *   <tr><td>{@code double}, {@code float}</td><td>{@link Double}</td></tr>
 *   <tr><td>{@code bigdecimal}</td><td>{@link BigDecimal}</td></tr>
 *   <tr><td>{@code string}, or no element</td><td>{@link String}</td></tr>
 *   <tr><td>{@code dateTime.iso8601}</td><td>{@link LocalDateTime}</td></tr>
 *   <tr><td>{@code base64}</td><td>{@code byte[]}</td></tr>
 *   <tr><td>{@code array}</td><td>{@link List}</td></tr>
 *   <tr><td>{@code struct}</td><td>{@link Map} with names in their order</td></tr>
 *   <tr><td>{@code nil}</td><td>null</td></tr>
 * </table>
 */
final class XmlRpcReader {
    private static final int MAX_DEPTH = 100;
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("[uuuuMMdd'T'HH:mm:ss][uuuu-MM-dd'T'HH:mm:ss][uuuuMMdd'T'HHmmss]")
            .toFormatter();

    private final Deque<List<@Nullable Object>> open = new ArrayDeque<>();
    private List<@Nullable Object> values = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private boolean inValue;
    private @Nullable String methodName;

    private XmlRpcReader() {}

    /**
     * Reads a call.
     *
     * @param document the XML
     * @return the call
     * @throws XmlRpcException if it is no XML, or no call
     */
    static MethodCall read(byte[] document) throws XmlRpcException {
        XmlRpcReader reader = new XmlRpcReader();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(document));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> reader.start(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> reader.text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> reader.end(xml.getLocalName());
                    case XMLStreamConstants.DTD ->
                        throw new XmlRpcException("ValueError", "a document type is refused");
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new XmlRpcException("xml.parsers.expat.ExpatError", String.valueOf(e.getMessage()));
        }
        if (reader.methodName == null) {
            throw new XmlRpcException("xmlrpc.client.ResponseError", "no methodName");
        }
        return new MethodCall(reader.methodName, reader.values);
    }

    private void start(String tag) throws XmlRpcException {
        if (tag.equals("array") || tag.equals("struct")) {
            if (open.size() == MAX_DEPTH) {
                throw new XmlRpcException("RecursionError", "more than " + MAX_DEPTH + " values inside each other");
            }
            open.push(values);
            values = new ArrayList<>();
        }
        text = new StringBuilder();
        inValue = tag.equals("value");
    }

    private void end(String tag) throws XmlRpcException {
        String data = text.toString();
        try {
            switch (tag) {
                case "nil" -> add(null);
                case "boolean" -> add(bool(data));
                case "i1", "i2", "i4", "i8", "int", "biginteger" -> add(integer(data.strip()));
                case "double", "float" -> add(Double.valueOf(data.strip()));
                case "bigdecimal" -> add(new BigDecimal(data.strip()));
                case "string", "name" -> add(data);
                case "dateTime.iso8601" -> add(LocalDateTime.parse(data.strip(), DATE_TIME));
                case "base64" -> add(Base64.getMimeDecoder().decode(data));
                case "array" -> close(values);
                case "struct" -> close(struct(values));
                case "value" -> {
                    if (inValue) {
                        add(data);
                    }
                }
                case "methodName" -> methodName = data;
                default -> {}
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new XmlRpcException("ValueError", "this is no " + tag + ": " + data);
        }
    }

    private void add(@Nullable Object value) {
        values.add(value);
        inValue = false;
    }

    private void close(Object container) {
        values = open.pop();
        add(container);
    }

    private static Object bool(String data) throws XmlRpcException {
        if (!data.equals("0") && !data.equals("1")) {
            throw new XmlRpcException("TypeError", "bad boolean value");
        }
        return data.equals("1");
    }

    private static Object integer(String data) {
        BigInteger number = new BigInteger(data);
        if (number.bitLength() > 31) {
            return number;
        }
        return number.intValueExact();
    }

    private static Map<String, @Nullable Object> struct(List<@Nullable Object> items) {
        Map<String, @Nullable Object> struct = new LinkedHashMap<>();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            struct.put(String.valueOf(items.get(i)), items.get(i + 1));
        }
        return struct;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Newer JDKs allow 100 elements inside each other, which are 33 arrays. MAX_DEPTH is the limit here.
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        return factory;
    }
}

package dev.gangway.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a message ({@code http.client.HTTPMessage}): in order, duplicates and spelling kept, found by
 * name without regard to the case of ASCII letters.
 *
 * <pre>{@code
 * String host = headers().get("Host");
 * long length = Long.parseLong(headers().get("Content-Length", "0"));
 * if (headers().contains("X-Debug")) { ... }
 * }</pre>
 *
 * <p>The accessors for a media type and its parameters read the fields as Python's {@code email.message.Message} does,
 * malformed ones included. A handler may give a subclass as {@code messageClass()}. One thread at a time may use it.
 */
public class HTTPMessage {
    private static final String CONTENT_TYPE = "content-type";
    private static final String DEFAULT_TYPE = "text/plain";
    private static final int EXPECTED_FIELDS = 16;

    private static final byte[] NOTHING = {};

    private String[] names = new String[EXPECTED_FIELDS];
    private int size;

    /** Values that came as strings; null where the value is in {@link #text}, and altogether until one comes. */
    private @Nullable String @Nullable [] values;

    /** The bytes of values that are not strings yet; handlers ask for few of them. */
    private byte[] text = NOTHING;

    /** Where in {@link #text} they begin and end, two for each field. */
    private char[] spans = new char[2 * EXPECTED_FIELDS];

    /** Makes a message without fields. */
    public HTTPMessage() {}

    /**
     * Returns the value of the first field of a name ({@code headers['X']}).
     *
     * @param name the field name, in any case
     * @return its value, or null if there is no such field
     */
    public @Nullable String get(String name) {
        int index = indexOf(name, 0);
        return index < 0 ? null : value(index);
    }

    /**
     * Returns the value of the first field of a name, or a default ({@code headers.get('X', default)}).
     *
     * @param name the field name, in any case
     * @param defaultValue the value to return if there is no such field; for null there is {@link #get(String)}
     * @return the value or the default
     */
    public String get(String name, String defaultValue) {
        String value = get(name);
        return value == null ? defaultValue : value;
    }

    /**
     * Returns the values of all fields of a name ({@code headers.get_all('X')}).
     *
     * @param name the field name, in any case
     * @return the values in order, a list of the caller's own; empty where Python gives {@code None}
     */
    public List<String> getAll(String name) {
        List<String> found = new ArrayList<>(2);
        for (int i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1)) {
            found.add(value(i));
        }
        return found;
    }

    /**
     * Tells whether there is a field of a name ({@code 'X' in headers}).
     *
     * @param name the field name, in any case
     * @return true if there is at least one
     */
    public boolean contains(String name) {
        return indexOf(name, 0) >= 0;
    }

    /**
     * Tells how many fields there are of a name ({@code len(headers.get_all('X', []))}).
     *
     * @param name the field name, in any case
     * @return 0 or more
     */
    public int count(String name) {
        int count = 0;
        for (int i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1)) {
            count++;
        }
        return count;
    }

    /**
     * Returns names and values of all fields.
     *
     * @return a list of the caller's own, in order, duplicates included
     */
    public List<Map.Entry<String, String>> items() {
        List<Map.Entry<String, String>> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(Map.entry(names[i], value(i)));
        }
        return items;
    }

    /**
     * Returns the names of all fields as they were spelled.
     *
     * @return a list of the caller's own, in order, duplicates included
     */
    public List<String> keys() {
        return new ArrayList<>(Arrays.asList(names).subList(0, size));
    }

    /**
     * Returns the values of all fields.
     *
     * @return a list of the caller's own, in order
     */
    public List<String> values() {
        List<String> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(value(i));
        }
        return all;
    }

    /**
     * Returns the number of fields ({@code len(headers)}).
     *
     * @return 0 or more, duplicates counted
     */
    public int size() {
        return size;
    }

    /**
     * Appends a field, whether or not there is one of that name ({@code headers['X'] = value}).
     *
     * @param name the field name; its spelling is kept
     * @param value the field value
     */
    public void add(String name, String value) {
        reserve();
        names[size] = name;
        strings()[size] = value;
        size++;
    }

    /**
     * Appends a field whose name and value are parts of a header section. Its value is made a string when it is asked for.
     *
     * @param section bytes in ISO-8859-1, not changed any more by the caller
     * @param nameStart where the name begins
     * @param nameEnd where it ends, exclusive
     * @param valueStart where the value begins
     * @param valueEnd where it ends, exclusive
     * @throws IndexOutOfBoundsException if these are not in the section, or not in order
     */
    public void add(byte[] section, int nameStart, int nameEnd, int valueStart, int valueEnd) {
        Objects.checkFromToIndex(nameStart, nameEnd, section.length);
        Objects.checkFromToIndex(valueStart, valueEnd, section.length);
        String name = CommonText.of(section, nameStart, nameEnd);
        boolean keeps = (text == section || text == NOTHING) && valueEnd <= Character.MAX_VALUE;
        if (!keeps || getClass() != HTTPMessage.class) {
            // A subclass may add other fields.
            add(name, CommonText.of(section, valueStart, valueEnd));
            return;
        }
        reserve();
        text = section;
        names[size] = name;
        spans[2 * size] = (char) valueStart;
        spans[2 * size + 1] = (char) valueEnd;
        size++;
    }

    /**
     * Gives the first field of a name another value ({@code headers.replace_header}); its place and spelling stay.
     *
     * @param name the field name, in any case
     * @param value the new value
     * @throws NoSuchElementException if there is no such field (Python's {@code KeyError})
     */
    public void replaceHeader(String name, String value) {
        int index = indexOf(name, 0);
        if (index < 0) {
            throw new NoSuchElementException("no header field " + name);
        }
        strings()[index] = value;
    }

    /**
     * Removes all fields of a name, if there are any ({@code del headers['X']}).
     *
     * @param name the field name, in any case
     */
    public void remove(String name) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!isSameName(names[i], name)) {
                names[kept] = names[i];
                spans[2 * kept] = spans[2 * i];
                spans[2 * kept + 1] = spans[2 * i + 1];
                if (values != null) {
                    values[kept] = values[i];
                }
                kept++;
            }
        }
        if (values != null) {
            // A value in bytes that comes next would be hidden by them.
            Arrays.fill(values, kept, size, null);
        }
        size = kept;
    }

    /**
     * Returns the media type of the content, without parameters, in lower case ({@code get_content_type()}).
     *
     * @return type and subtype; {@code text/plain} if {@code Content-Type} is missing or has not exactly one slash
     */
    public String getContentType() {
        String value = get(CONTENT_TYPE);
        if (value == null) {
            return DEFAULT_TYPE;
        }
        int end = value.indexOf(';');
        String type = HeaderParameters.strip(end < 0 ? value : value.substring(0, end))
                .toLowerCase(Locale.ROOT);
        int slash = type.indexOf('/');
        return slash < 0 || slash != type.lastIndexOf('/') ? DEFAULT_TYPE : type;
    }

    /**
     * Returns the part of the media type before the slash ({@code get_content_maintype()}).
     *
     * @return {@code text} for {@code text/plain}; may be empty
     */
    public String getContentMaintype() {
        String type = getContentType();
        return type.substring(0, type.indexOf('/'));
    }

    /**
     * Returns the part of the media type after the slash ({@code get_content_subtype()}).
     *
     * @return {@code plain} for {@code text/plain}; may be empty
     */
    public String getContentSubtype() {
        String type = getContentType();
        return type.substring(type.indexOf('/') + 1);
    }

    /**
     * Returns the {@code charset} parameter of the media type in lower case ({@code get_content_charset()}).
     *
     * @return the name, whether or not this JVM knows it; null if there is none or it is not ASCII
     */
    public @Nullable String getContentCharset() {
        HeaderParameters.Value charset = parameter("charset", CONTENT_TYPE);
        if (charset == null) {
            return null;
        }
        String name = charset.asCharsetName();
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name) ? name.toLowerCase(Locale.ROOT) : null;
    }

    /**
     * Returns a parameter of {@code Content-Type} ({@code get_param(param)}).
     *
     * @param name the parameter's name, in any case
     * @return its value as {@link #getParam(String, String)} gives it
     */
    public @Nullable String getParam(String name) {
        return getParam(name, CONTENT_TYPE);
    }

    /**
     * Returns a parameter of a header field ({@code get_param(param, header=header)}).
     *
     * <p>Where the value is extended (RFC 2231: continuations, character set and language), Python gives a tuple; this
     * gives what {@code email.utils.collapse_rfc2231_value} makes of that tuple.
     *
     * @param name the parameter's name, in any case
     * @param header the field's name, in any case; its first occurrence counts
     * @return the value without quotes, empty for a parameter without one; null if field or parameter is missing
     */
    public @Nullable String getParam(String name, String header) {
        HeaderParameters.Value value = parameter(name, header);
        return value == null ? null : value.asText();
    }

    /**
     * Returns the boundary between the parts of a multipart content ({@code get_boundary()}).
     *
     * @return the {@code boundary} parameter without white space at its end, or null if there is none
     */
    public @Nullable String getBoundary() {
        HeaderParameters.Value boundary = parameter("boundary", CONTENT_TYPE);
        return boundary == null ? null : HeaderParameters.stripEnd(boundary.asCollapsedText());
    }

    /**
     * Returns the name of the file that the content is ({@code get_filename()}).
     *
     * <p>The client chose it: it may hold slashes, be {@code ..} or anything else.
     *
     * @return the {@code filename} of {@code Content-Disposition}, else the {@code name} of {@code Content-Type},
     *     without white space around it; null if there is neither
     */
    public @Nullable String getFilename() {
        HeaderParameters.Value name = parameter("filename", "content-disposition");
        if (name == null) {
            name = parameter("name", CONTENT_TYPE);
        }
        return name == null ? null : HeaderParameters.strip(name.asCollapsedText());
    }

    /**
     * Returns the fields as lines, for people to read ({@code str(headers)}).
     *
     * @return a line {@code name: value} with LF for each field, then an empty line; a value that is not ASCII becomes an
     *     encoded word (RFC 2047), as in Python
     */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder(size * 40 + 1);
        for (int i = 0; i < size; i++) {
            lines.append(names[i])
                    .append(": ")
                    .append(EncodedWord.ifNeeded(value(i)))
                    .append('\n');
        }
        return lines.append('\n').toString();
    }

    private String value(int index) {
        String string = values == null ? null : values[index];
        return string != null ? string : CommonText.of(text, spans[2 * index], spans[2 * index + 1]);
    }

    private @Nullable String[] strings() {
        @Nullable String[] strings = values;
        if (strings == null) {
            strings = new @Nullable String[names.length];
            values = strings;
        }
        return strings;
    }

    private void reserve() {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            spans = Arrays.copyOf(spans, size * 4);
            values = values == null ? null : Arrays.copyOf(values, size * 2);
        }
    }

    private HeaderParameters.@Nullable Value parameter(String name, String header) {
        String field = get(header);
        return field == null ? null : HeaderParameters.parse(field).first(name);
    }

    private int indexOf(String name, int from) {
        for (int i = from; i < size; i++) {
            if (isSameName(names[i], name)) {
                return i;
            }
        }
        return -1;
    }

    /** Compares without regard to the case of ASCII letters; anything else must be the same, whatever Unicode folds. */
    private static boolean isSameName(String a, String b) {
        int length = a.length();
        if (length != b.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y && ((x ^ y) != 0x20 || (x | 0x20) < 'a' || (x | 0x20) > 'z')) {
                return false;
            }
        }
        return true;
    }
}

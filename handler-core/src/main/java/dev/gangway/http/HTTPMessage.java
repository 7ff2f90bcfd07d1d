package dev.gangway.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
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

    private String[] names = new String[EXPECTED_FIELDS];
    private String[] values = new String[EXPECTED_FIELDS];
    private int size;

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
        return index < 0 ? null : values[index];
    }

    /**
     * Returns the value of the first field of a name, or a default ({@code headers.get('X', default)}).
     *
     * @param name the field name, in any case
     * @param defaultValue what to return if there is no such field; for null there is {@link #get(String)}
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
            found.add(values[i]);
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
     * Returns names and values of all fields.
     *
     * @return a list of the caller's own, in order, duplicates included
     */
    public List<Map.Entry<String, String>> items() {
        List<Map.Entry<String, String>> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(Map.entry(names[i], values[i]));
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
        return new ArrayList<>(Arrays.asList(values).subList(0, size));
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
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size] = value;
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
        values[index] = value;
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
                values[kept] = values[i];
                kept++;
            }
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
                    .append(EncodedWord.ifNeeded(values[i]))
                    .append('\n');
        }
        return lines.append('\n').toString();
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

package dev.gangway.handler.io;

import dev.gangway.http.syntax.FieldLine;
import dev.gangway.http.syntax.Grammar;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the head of a response, without its end. A field that was given as a name and a value is kept so: a host that takes
 * fields in parts gets them without a text that is put together and taken apart again.
 */
public final class HeadLine {
    private static final String SEPARATOR = ": ";

    /** The name of a field that was given in parts; empty for a line that was given as text. */
    private final String name;

    /** The value behind that name, or the text. */
    private final String rest;

    private HeadLine(String name, String rest) {
        this.name = name;
        this.rest = rest;
    }

    /**
     * Takes a line as text.
     *
     * @param text a status line, a field line, or an empty line
     * @return the line
     */
    public static HeadLine of(String text) {
        return new HeadLine("", text);
    }

    /**
     * Takes a field in parts.
     *
     * @param name a token
     * @param value the value
     * @return the line
     */
    public static HeadLine of(String name, String value) {
        return new HeadLine(name, value);
    }

    /** Takes lines as texts. */
    static List<HeadLine> of(List<String> texts) {
        List<HeadLine> lines = new ArrayList<>(texts.size());
        for (String text : texts) {
            lines.add(of(text));
        }
        return lines;
    }

    /**
     * Returns lines as texts.
     *
     * @param lines any lines
     * @return a list of the caller's own
     */
    public static List<String> texts(List<HeadLine> lines) {
        List<String> texts = new ArrayList<>(lines.size());
        for (HeadLine line : lines) {
            texts.add(line.toString());
        }
        return texts;
    }

    /**
     * Tells whether this is the line that ends a head.
     *
     * @return true if there is no character
     */
    public boolean isEmpty() {
        return name.isEmpty() && rest.isEmpty();
    }

    /** Returns the first character; NUL if there is none. */
    char first() {
        if (!name.isEmpty()) {
            return name.charAt(0);
        }
        return rest.isEmpty() ? 0 : rest.charAt(0);
    }

    /** Tells whether this is a field of a name, in any case. */
    boolean isField(String wanted) {
        int length = wanted.length();
        if (!name.isEmpty()) {
            return name.length() == length && Grammar.matchesIgnoringCase(name, 0, wanted);
        }
        return rest.length() > length && rest.charAt(length) == ':' && Grammar.matchesIgnoringCase(rest, 0, wanted);
    }

    /** Returns the value of a field, perhaps with white space around it. */
    String value() {
        return name.isEmpty() ? rest.substring(rest.indexOf(':') + 1) : rest;
    }

    /** Returns the name of a field and its value, without white space around it; null if the line is no field. */
    Map.@Nullable Entry<String, String> field() {
        if (!name.isEmpty()) {
            return new SimpleImmutableEntry<>(name, Grammar.strip(rest));
        }
        Map.Entry<String, String> field = FieldLine.parse(rest);
        return field != null && Grammar.isToken(field.getKey()) ? field : null;
    }

    /** Returns how many bytes the line takes. */
    int length() {
        return name.isEmpty() ? rest.length() : name.length() + SEPARATOR.length() + rest.length();
    }

    /** Writes the line in ISO-8859-1; returns where it ends. */
    int put(byte[] target, int offset) {
        int end = offset;
        if (!name.isEmpty()) {
            end = put(SEPARATOR, target, put(name, target, end));
        }
        return put(rest, target, end);
    }

    private static int put(String text, byte[] target, int offset) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            target[offset + i] = (byte) text.charAt(i);
        }
        return offset + length;
    }

    /** Returns the line as text. */
    @Override
    public String toString() {
        return name.isEmpty() ? rest : name + SEPARATOR + rest;
    }
}

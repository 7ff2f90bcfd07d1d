package dev.gangway.standalone.porting;

import dev.gangway.testing.TestResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONTokener;

/**
 * The differences that are allowed in bodies.
 *
 * @param ignored what matches one of these may differ
 * @param jsonAsValues in JSON, the order of members and the white space say nothing
 */
record Bodies(List<Pattern> ignored, boolean jsonAsValues) {
    /** The mark for a piece that may differ: in JSON it is a value, or part of one. */
    private static final String PLACEHOLDER = "0";

    /** Two bodies as they are compared. */
    static final class Pair {
        private final byte[] legacy;
        private final byte[] port;
        private final boolean altered;

        private Pair(byte[] legacy, byte[] port, boolean altered) {
            this.legacy = legacy;
            this.port = port;
            this.altered = altered;
        }

        byte[] legacy() {
            return legacy;
        }

        byte[] port() {
            return port;
        }

        boolean isSame() {
            return Arrays.equals(legacy, port);
        }

        /** Tells whether something was taken out: then the lengths of the bodies say nothing. */
        boolean isAltered() {
            return altered;
        }

        /** Returns what both have had time to send; if one has sent nothing, both as they are. */
        Pair beginnings() {
            int common = Math.min(legacy.length, port.length);
            return common == 0 ? this : new Pair(Arrays.copyOf(legacy, common), Arrays.copyOf(port, common), altered);
        }
    }

    Pair pair(TestResponse legacy, TestResponse port) {
        byte[] one = withoutIgnored(legacy.body());
        byte[] other = withoutIgnored(port.body());
        boolean isAltered = !Arrays.equals(one, legacy.body()) || !Arrays.equals(other, port.body());
        if (jsonAsValues && areSameJson(one, other)) {
            return new Pair(one, one, true);
        }
        return new Pair(one, other, isAltered);
    }

    private byte[] withoutIgnored(byte[] body) {
        Charset charset = charset(body);
        String text = new String(body, charset);
        for (Pattern pattern : ignored) {
            text = pattern.matcher(text).replaceAll(PLACEHOLDER);
        }
        return text.getBytes(charset);
    }

    /** Returns UTF-8, or for all other bytes one that keeps them. */
    private static Charset charset(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static boolean areSameJson(byte[] legacy, byte[] port) {
        try {
            return parse(legacy).similar(parse(port));
        } catch (JSONException e) {
            return false;
        }
    }

    /** Wraps the value in an array, which knows how to compare any value. */
    private static JSONArray parse(byte[] body) {
        JSONTokener tokens = new JSONTokener(new String(body, StandardCharsets.UTF_8));
        JSONArray wrapped = new JSONArray().put(tokens.nextValue());
        if (tokens.nextClean() != 0) {
            throw tokens.syntaxError("more than one value");
        }
        return wrapped;
    }
}

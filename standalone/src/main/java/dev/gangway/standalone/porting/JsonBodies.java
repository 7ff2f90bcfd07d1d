package dev.gangway.standalone.porting;

import dev.gangway.host.TestResponse;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONTokener;

/** Compares bodies as JSON: the order of members and the white space say nothing. */
final class JsonBodies {
    private JsonBodies() {}

    static boolean areSame(TestResponse legacy, TestResponse port) {
        try {
            return parse(legacy).similar(parse(port));
        } catch (JSONException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Wraps the value in an array, which knows how to compare any value. */
    private static JSONArray parse(TestResponse response) {
        JSONTokener tokens = new JSONTokener(response.text());
        JSONArray wrapped = new JSONArray().put(tokens.nextValue());
        if (tokens.nextClean() != 0) {
            throw tokens.syntaxError("more than one value");
        }
        return wrapped;
    }
}

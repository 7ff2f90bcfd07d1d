package dev.gangway.host;

import java.util.List;

/** The head of a request, for a host that answers some requests itself, or learns from fields who the client is. */
public interface ReceivedHead {
    /**
     * Returns the method.
     *
     * @return a token
     */
    String method();

    /**
     * Returns the request target.
     *
     * @return the target as it was sent
     */
    String target();

    /**
     * Returns the values of a field.
     *
     * @param name its name, in any case
     * @return the values in their order; empty if there are none
     */
    List<String> fields(String name);

    /**
     * Gives a field that is there another value, which the handler will see.
     *
     * @param name its name, in any case
     * @param value the value
     */
    void replaceField(String name, String value);
}

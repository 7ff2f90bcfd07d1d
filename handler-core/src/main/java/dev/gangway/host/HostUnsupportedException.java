package dev.gangway.host;

/** A handler asked for something that the host it runs on cannot do. The message names both. */
public class HostUnsupportedException extends UnsupportedOperationException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception that says "{@code host} does not support {@code feature}".
     *
     * @param host which host, in a user's words
     * @param feature the missing ability, as a noun
     */
    public HostUnsupportedException(String host, String feature) {
        super(host + " does not support " + feature);
    }
}

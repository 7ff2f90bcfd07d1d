package dev.gangway.standalone.proxy;

/** A connection does not begin with a well-formed header of the PROXY protocol. The message says why, as the end of a sentence. */
public final class ProxyHeaderException extends Exception {
    private static final long serialVersionUID = 1L;

    ProxyHeaderException(String message) {
        super(message);
    }
}

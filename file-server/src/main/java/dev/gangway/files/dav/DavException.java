package dev.gangway.files.dav;

import java.io.IOException;

/** A request that WebDAV does not allow; the message is fit for the client. */
public final class DavException extends IOException {
    private static final long serialVersionUID = 1;

    /** The status code of the answer. */
    private final int status;

    /**
     * Makes an exception.
     *
     * @param status the status code of the answer
     * @param message a sentence for the client
     */
    public DavException(int status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * Returns the status code of the answer.
     *
     * @return 400 to 599
     */
    public int status() {
        return status;
    }
}

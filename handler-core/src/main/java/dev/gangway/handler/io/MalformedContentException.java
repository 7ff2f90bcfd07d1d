package dev.gangway.handler.io;

import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.IOException;

/** The framing of a request's content turned out to be broken while a handler read it. */
public final class MalformedContentException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The fault in the framing. */
    private final MessageSyntaxException syntax;

    /**
     * Makes an exception.
     *
     * @param syntax the fault
     */
    public MalformedContentException(MessageSyntaxException syntax) {
        super(syntax.explain() == null ? syntax.getMessage() : syntax.explain(), syntax);
        this.syntax = syntax;
    }

    /**
     * Returns the fault, and the status to answer with.
     *
     * @return the fault that the parser found
     */
    public MessageSyntaxException syntax() {
        return syntax;
    }
}

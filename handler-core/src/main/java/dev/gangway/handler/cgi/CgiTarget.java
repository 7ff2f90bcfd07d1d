package dev.gangway.handler.cgi;

/** The meaning of a path in a CGI directory: a script to run, or an error. No file in such a directory is ever shown. */
public sealed interface CgiTarget permits CgiScript, CgiTarget.Refused {
    /**
     * There is nothing to run.
     *
     * @param status the status code of the answer
     * @param message the reason phrase
     */
    record Refused(int status, String message) implements CgiTarget {}
}

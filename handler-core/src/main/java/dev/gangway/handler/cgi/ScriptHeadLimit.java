package dev.gangway.handler.cgi;

/** Follows a head that goes to the client as a script prints it, in any pieces, and ends one that is too long. Pure. */
public final class ScriptHeadLimit {
    private int bytes;
    private int lines;
    private boolean lineIsEmpty = true;
    private boolean complete;

    /** Makes a limit for the head of one script. */
    public ScriptHeadLimit() {}

    /**
     * Takes the next bytes that the script has printed; those behind its head do not count.
     *
     * @param source where they are
     * @param offset where they begin
     * @param length how many there are
     * @throws ScriptHeadException if the head is longer than a script's may be
     */
    public void accept(byte[] source, int offset, int length) throws ScriptHeadException {
        for (int i = offset; i < offset + length && !complete; i++) {
            ScriptHeadParser.checkBytes(++bytes);
            if (source[i] == '\n') {
                complete = lineIsEmpty;
                lineIsEmpty = true;
                if (!complete) {
                    ScriptHeadParser.checkLines(++lines);
                }
            } else {
                lineIsEmpty &= source[i] == '\r';
            }
        }
    }
}

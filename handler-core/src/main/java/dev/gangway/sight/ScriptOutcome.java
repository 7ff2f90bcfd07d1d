package dev.gangway.sight;

import java.util.Locale;

/** How a script has ended. */
public enum ScriptOutcome {
    /** It has ended with exit code 0. */
    OK,
    /** It has ended with another exit code, or by a signal. */
    FAILED,
    /** It took longer than it may, and was ended. */
    TIMEOUT,
    /** Its output was no response. */
    BAD_OUTPUT,
    /** It could not be started. */
    NOT_STARTED,
    /** It was not started, because too many others were running. */
    REFUSED,
    /** The client left before the end, and the script was ended. */
    CUT;

    private final String text = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the name in metrics and events.
     *
     * @return {@code not_started} for example
     */
    public String text() {
        return text;
    }
}

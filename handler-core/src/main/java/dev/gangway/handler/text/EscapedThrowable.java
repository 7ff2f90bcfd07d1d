package dev.gangway.handler.text;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a throwable for the log. It prints as Java prints the original, but no message in it starts another line or sends
 * codes to the terminal, because clients often influence messages.
 */
public final class EscapedThrowable extends Throwable {
    private static final long serialVersionUID = 1L;

    /** The cause, fit for a log as well. */
    private @Nullable Throwable shownCause;

    private EscapedThrowable(Throwable original) {
        super(LogLine.escape(String.valueOf(original)), null, true, true);
        setStackTrace(original.getStackTrace());
    }

    /**
     * Makes a throwable fit for a log.
     *
     * @param error the exception or error
     * @return itself if there is nothing to be escaped in it, its causes and what they have suppressed; otherwise one whose
     *     {@code printStackTrace} looks the same, messages {@linkplain LogLine#escape(String) escaped}
     */
    public static Throwable of(Throwable error) {
        IdentityHashMap<Throwable, EscapedThrowable> copies = new IdentityHashMap<>();
        EscapedThrowable copy = copy(error, copies);
        boolean same = copies.entrySet().stream()
                .allMatch(entry ->
                        String.valueOf(entry.getKey()).equals(entry.getValue().toString()));
        return same ? error : copy;
    }

    /** Copies each one once: causes may go round in a circle, which Java prints as such. */
    private static EscapedThrowable copy(Throwable error, IdentityHashMap<Throwable, EscapedThrowable> copies) {
        EscapedThrowable known = copies.get(error);
        if (known != null) {
            return known;
        }
        EscapedThrowable copy = new EscapedThrowable(error);
        copies.put(error, copy);
        for (Throwable suppressed : error.getSuppressed()) {
            copy.addSuppressed(copy(suppressed, copies));
        }
        Throwable cause = error.getCause();
        copy.shownCause = cause == null ? null : copy(cause, copies);
        return copy;
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
        return shownCause;
    }

    /** Returns that of the original, escaped: its class and its message. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // The class that is shown is not this one.
    public String toString() {
        return String.valueOf(getMessage());
    }
}

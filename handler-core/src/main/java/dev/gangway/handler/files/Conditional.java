package dev.gangway.handler.files;

import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Grammar;
import dev.gangway.http.syntax.HttpDate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that a request for a file puts on it (RFC 9110 §13), and what becomes of them.
 *
 * <p>A date is read as CPython reads {@code If-Modified-Since}; one that makes no sense is ignored.
 *
 * @param headers the request's fields
 * @param lastModified when the file was modified, to the second
 * @param tag the file's entity tag, or null to leave conditions on entity tags alone
 */
public record Conditional(
        HTTPMessage headers, Instant lastModified, @Nullable EntityTag tag) {
    /** The outcome of the conditions. */
    public enum Outcome {
        /** Go on: 200, or 206. */
        PERFORM,
        /** The client has it already: 304. */
        NOT_MODIFIED,
        /** The client wants something else than there is: 412. */
        FAILED
    }

    /**
     * Takes the conditions of a request.
     *
     * @param headers the request's fields
     * @param lastModified when the file was modified
     * @param tag the file's entity tag, or null to leave conditions on entity tags alone
     */
    public Conditional {
        lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Evaluates the conditions in the order of RFC 9110 §13.2.2.
     *
     * @return what to answer
     */
    public Outcome outcome() {
        if (headers.size() == 0) {
            return Outcome.PERFORM;
        }
        String ifMatch = tag == null ? null : list("If-Match");
        if (ifMatch != null && tag != null) {
            if (!tag.isIn(ifMatch, true)) {
                return Outcome.FAILED;
            }
        } else if (isModifiedSince("If-Unmodified-Since", false)) {
            return Outcome.FAILED;
        }
        String ifNoneMatch = list("If-None-Match");
        if (ifNoneMatch != null) {
            return tag != null && tag.isIn(ifNoneMatch, false) ? Outcome.NOT_MODIFIED : Outcome.PERFORM;
        }
        return isModifiedSince("If-Modified-Since", true) ? Outcome.PERFORM : Outcome.NOT_MODIFIED;
    }

    /**
     * Tells whether {@code Range} may be honoured (RFC 9110 §13.1.5): without {@code If-Range}, or when the file is for
     * certain the one that the client has a part of.
     *
     * @return false to send the whole file instead
     */
    public boolean allowsRange() {
        String ifRange = headers.get("If-Range");
        if (ifRange == null) {
            return true;
        }
        if (tag == null || tag.weak()) {
            return false; // modified just now: neither the tag nor the date tells which content the client has
        }
        if (ifRange.indexOf('"') >= 0) {
            return Grammar.strip(ifRange).equals(tag.toString());
        }
        return lastModified.equals(HttpDate.parseLenient(ifRange));
    }

    private boolean isModifiedSince(String field, boolean otherwise) {
        String date = headers.get(field);
        Instant since = date == null ? null : HttpDate.parseLenient(date);
        return since == null ? otherwise : lastModified.isAfter(since);
    }

    private @Nullable String list(String field) {
        return headers.contains(field) ? String.join(", ", headers.getAll(field)) : null;
    }
}

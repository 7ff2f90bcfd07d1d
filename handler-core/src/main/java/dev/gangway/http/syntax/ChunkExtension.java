package dev.gangway.http.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Follows the extensions of one chunk, byte by byte (RFC 9112 §7.1.1):
 *
 * <pre>{@code
 * chunk-ext     = *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )
 * chunk-ext-val = token / quoted-string
 * }</pre>
 *
 * <p>A reader that takes anything up to CRLF, and one that knows quoted strings, could see two different ends of a line. So
 * only the bytes that the grammar has are taken, and no line ends within quotes.
 */
final class ChunkExtension {
    private enum State {
        BEFORE_NAME,
        NAME,
        AFTER_NAME,
        BEFORE_VALUE,
        TOKEN,
        QUOTED,
        QUOTED_PAIR,
        QUOTED_END,
        AFTER_VALUE
    }

    private State state = State.BEFORE_NAME;

    /** Takes the next byte behind the first semicolon; false if it cannot stand there. */
    boolean accept(int b) {
        State next = next(b);
        if (next == null) {
            return false;
        }
        state = next;
        return true;
    }

    /** Tells whether the line may end here. */
    boolean mayEnd() {
        return state == State.NAME || state == State.TOKEN || state == State.QUOTED_END;
    }

    private @Nullable State next(int b) {
        return switch (state) {
            case BEFORE_NAME -> Grammar.isTokenChar(b) ? State.NAME : space(b, State.BEFORE_NAME);
            case NAME -> Grammar.isTokenChar(b) ? State.NAME : afterName(b);
            case AFTER_NAME -> afterName(b);
            case BEFORE_VALUE -> b == '"' ? State.QUOTED : Grammar.isTokenChar(b) ? State.TOKEN : space(b, state);
            case TOKEN -> Grammar.isTokenChar(b) ? State.TOKEN : afterValue(b);
            case QUOTED -> b == '"' ? State.QUOTED_END : b == '\\' ? State.QUOTED_PAIR : text(b);
            case QUOTED_PAIR -> text(b);
            case QUOTED_END, AFTER_VALUE -> afterValue(b);
        };
    }

    private static @Nullable State afterName(int b) {
        return b == '=' ? State.BEFORE_VALUE : b == ';' ? State.BEFORE_NAME : space(b, State.AFTER_NAME);
    }

    private static @Nullable State afterValue(int b) {
        return b == ';' ? State.BEFORE_NAME : space(b, State.AFTER_VALUE);
    }

    private static @Nullable State text(int b) {
        return Grammar.isFieldChar(b) ? State.QUOTED : null;
    }

    private static @Nullable State space(int b, State then) {
        return Grammar.isOptionalSpace(b) ? then : null;
    }
}

package dev.gangway.handler.io;

import dev.gangway.http.syntax.Grammar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transfer codings that a response's head names (RFC 9112 §6.1), without {@code identity}, which names none.
 *
 * @param names the codings in order, as they are written
 * @param isPlain whether they are one field with one word, as every client reads it
 */
record TransferCodings(List<String> names, boolean isPlain) {
    private static final TransferCodings CHUNKED = new TransferCodings(List.of("chunked"), true);

    /** Reads the value of a {@code Transfer-Encoding} field behind those that were read before. */
    static TransferCodings of(String list, @Nullable TransferCodings before) {
        if (before == null && Grammar.strip(list).equals("chunked")) {
            return CHUNKED;
        }
        List<String> names = new ArrayList<>(before == null ? List.of() : before.names);
        for (String member : list.split(",", -1)) {
            String name = Grammar.strip(member);
            if (!name.isEmpty() && !name.equalsIgnoreCase("identity")) {
                names.add(name);
            }
        }
        return new TransferCodings(names, false);
    }

    /** Tells whether there is any. */
    boolean isCoded() {
        return !names.isEmpty();
    }

    /** Tells whether the content ends with the last chunk. */
    boolean endsInChunks() {
        return isCoded() && isChunked(names.get(names.size() - 1));
    }

    /** Tells whether the content is in chunks, and in nothing else. */
    boolean isChunkedAlone() {
        return isCoded() && names.stream().allMatch(TransferCodings::isChunked);
    }

    private static boolean isChunked(String name) {
        return name.equalsIgnoreCase("chunked");
    }
}

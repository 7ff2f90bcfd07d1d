package dev.gangway.files.content;

import dev.gangway.http.syntax.NameText;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;

/**
 * A head, a piece for each some entries, and a tail.
 *
 * @param <T> what an entry is
 */
public final class Pieces<T> implements Iterator<byte[]> {
    private static final int ENTRIES_PER_PIECE = 64;

    private final String head;
    private final Iterator<T> entries;
    private final BiConsumer<StringBuilder, T> writer;
    private final String tail;
    private boolean begun;
    private boolean ended;

    /**
     * Makes the pieces.
     *
     * @param head the text before all entries
     * @param entries what to write
     * @param writer writes an entry
     * @param tail the text after all entries
     */
    public Pieces(String head, Iterator<T> entries, BiConsumer<StringBuilder, T> writer, String tail) {
        this.head = head;
        this.entries = entries;
        this.writer = writer;
        this.tail = tail;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public byte[] next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        StringBuilder piece = new StringBuilder(16 * 1024);
        if (!begun) {
            begun = true;
            piece.append(head);
        }
        for (int i = 0; i < ENTRIES_PER_PIECE && entries.hasNext(); i++) {
            writer.accept(piece, entries.next());
        }
        if (!entries.hasNext()) {
            ended = true;
            piece.append(tail);
        }
        return NameText.encodeLossy(piece.toString());
    }
}

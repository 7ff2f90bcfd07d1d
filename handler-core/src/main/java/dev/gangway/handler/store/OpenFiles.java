package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Small files that a server keeps open between requests, because to open and close one costs more than to read it.
 *
 * <p>A caller always gets the file that is at its path now: before it opens one, it asks the file system for the identity of
 * that file. Changes to the content of an open file are seen, because it is read anew.
 *
 * <p>Every method may be called from any thread.
 */
final class OpenFiles implements AutoCloseable {
    /** A longer file takes so long to send that opening it does not matter. */
    private static final long MAX_BYTES = 64 * 1024;

    private final SharedByPath<FileChannel> files;

    /**
     * Makes a store that is empty.
     *
     * @param most how many files it may keep open, 0 or more
     */
    OpenFiles(int most) {
        this.files = new SharedByPath<>(most);
    }

    /**
     * Opens a file, or lends one that is open already.
     *
     * @param path a regular file
     * @param attributes what the file system has just said of it
     * @param opener opens it
     * @return the open file, to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    OpenFile open(Path path, BasicFileAttributes attributes, FileOpener opener) throws IOException {
        Object key = attributes.fileKey();
        if (key == null || attributes.size() > MAX_BYTES || !files.keepsAny()) {
            return openOwn(opener);
        }
        Shared<FileChannel> kept = files.lend(path, key);
        if (kept != null && kept.opened().isOpen()) {
            return OpenFile.lent(kept, attributes.size(), opener);
        }
        if (kept != null) {
            files.forget(kept); // a reader that was interrupted has closed it
            kept.close();
        }
        return files.hasRoom() ? openAndKeep(path, key, opener) : openOwn(opener);
    }

    /** Closes the files that were already open at the last sweep, once their last reader is done. */
    void sweep() {
        files.sweep();
    }

    /** Closes all files, once their last reader is done; files that are opened later are kept open. */
    void clear() {
        files.clear();
    }

    /** Closes all files, once their last reader is done, and keeps none from then on. */
    @Override
    public void close() {
        files.close();
    }

    private static OpenFile openOwn(FileOpener opener) throws IOException {
        FileChannel channel = opener.open();
        try {
            return OpenFile.own(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private OpenFile openAndKeep(Path path, Object key, FileOpener opener) throws IOException {
        FileChannel channel = opener.open();
        try {
            // The file may have been exchanged before it was opened; one that stands there before and after is the one.
            BasicFileAttributes now = opener.attributes();
            Shared<FileChannel> made = new Shared<>(path, key, channel);
            if (now == null || !key.equals(now.fileKey()) || !files.keep(made)) {
                return OpenFile.own(channel);
            }
            return OpenFile.lent(made, now.size(), opener);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}

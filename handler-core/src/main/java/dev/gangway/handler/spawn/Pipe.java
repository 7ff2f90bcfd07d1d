package dev.gangway.handler.spawn;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * A pipe to or from a process. Java makes streams of files alone, so the server's end is opened once more, by the name that the system
 * gives to an open descriptor; the descriptors that C has made go with this object.
 */
final class Pipe implements AutoCloseable {
    private static final String DESCRIPTORS = "/proc/self/fd/";

    private final CLibrary library;
    private final int readEnd;
    private final int writeEnd;

    Pipe(CLibrary library) throws IOException {
        this.library = library;
        int[] ends = library.pipe();
        readEnd = ends[0];
        writeEnd = ends[1];
    }

    int readEnd() {
        return readEnd;
    }

    int writeEnd() {
        return writeEnd;
    }

    FileInputStream openToRead() throws IOException {
        return new FileInputStream(DESCRIPTORS + readEnd);
    }

    FileOutputStream openToWrite() throws IOException {
        return new FileOutputStream(DESCRIPTORS + writeEnd);
    }

    @Override
    public void close() {
        library.close(readEnd);
        library.close(writeEnd);
    }
}

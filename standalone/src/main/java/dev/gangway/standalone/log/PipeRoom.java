package dev.gangway.standalone.log;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether standard error takes some bytes without waiting: a file does, and a pipe that holds little. Of a terminal, a socket,
 * and where the system has no {@code /proc}, nothing is known.
 */
final class PipeRoom {
    /**
     * How many bytes a pipe holds at the least. Linux promises it for an empty pipe (PIPE_BUF), and gives pipes two buffers of this
     * size even to a user who has too many.
     */
    private static final int LEAST_BYTES = 4096;

    private enum Kind {
        FILE,
        PIPE,
        UNKNOWN
    }

    private final Kind kind;
    private final FileInputStream pipe;

    private PipeRoom(Kind kind, FileInputStream pipe) {
        this.kind = kind;
        this.pipe = pipe;
    }

    /** Finds out what standard error is; it stays that as long as the process runs. */
    static PipeRoom ofStandardError() {
        return of(Path.of("/proc/self/fd/2"), FileDescriptor.err);
    }

    /** Finds out what a descriptor is. */
    static PipeRoom of(Path link, FileDescriptor descriptor) {
        // Never closed: the descriptor is not ours. The system tells of both ends of a pipe how many bytes are in it.
        return new PipeRoom(kind(link), new FileInputStream(descriptor));
    }

    private static Kind kind(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            if (target.startsWith("pipe:")) {
                return Kind.PIPE;
            }
            return target.equals("/dev/null") || Files.isRegularFile(link) ? Kind.FILE : Kind.UNKNOWN;
        } catch (IOException | RuntimeException e) {
            return Kind.UNKNOWN;
        }
    }

    /** Tells whether so many bytes can be written without waiting. */
    boolean has(int bytes) {
        if (kind != Kind.PIPE) {
            return kind == Kind.FILE;
        }
        try {
            return bytes <= LEAST_BYTES && pipe.available() + bytes <= LEAST_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}

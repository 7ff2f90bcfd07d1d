package dev.gangway.handler.spawn;

import dev.gangway.handler.platform.ForeignFunctions;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts each program in a session of its own, with three pipes and no other descriptor of the server's.
 *
 * <p>Java starts a program by way of another one ({@code jspawnhelper}), which closes descriptors; so does the C library itself since
 * glibc 2.34. Signals that the server ignores are ignored by the program, as with Java; it blocks none.
 */
public final class PosixSpawn {
    private static final int SETSIGMASK = 0x08;
    private static final int SETSID = 0x80;
    private static final int STANDARD_DESCRIPTORS = 3;

    private final CLibrary library;
    private final ByteBuffer attributes;

    private PosixSpawn(CLibrary library) {
        this.library = library;
        this.attributes = library.attributes(SETSIGMASK | SETSID);
    }

    /**
     * Returns a way to start programs, if there is one here.
     *
     * @return nothing where {@link ForeignFunctions#find()} returns nothing, and where the C library is too old or another one
     */
    public static Optional<PosixSpawn> find() {
        if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
            return Optional.empty();
        }
        return ForeignFunctions.find().flatMap(functions -> {
            try {
                return Optional.of(new PosixSpawn(new CLibrary(functions)));
            } catch (NoSuchMethodException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Starts a program. No text has a NUL in it.
     *
     * @param program the path of the program, as the system has it; if it is relative, it begins in the folder
     * @param arguments its arguments, its name among them as the first
     * @param variables all of its variables, each as {@code NAME=value}
     * @param folder where it starts; null for where the server did
     * @return its process, which leads a session and a process group
     * @throws IOException if it cannot be started
     */
    public Process start(byte[] program, List<byte[]> arguments, List<byte[]> variables, byte @Nullable [] folder)
            throws IOException {
        CArrays arrays = new CArrays(library, program, arguments, variables, folder);
        FileOutputStream toInput = null;
        EndingInput fromOutput = null;
        EndingInput fromErrors = null;
        try (Pipe input = new Pipe(library);
                Pipe output = new Pipe(library);
                Pipe errors = new Pipe(library)) {
            toInput = input.openToWrite();
            fromOutput = new EndingInput(output.openToRead());
            fromErrors = new EndingInput(errors.openToRead());
            long pid = start(arrays, input.readEnd(), output.writeEnd(), errors.writeEnd());
            return watched(pid, toInput, fromOutput, fromErrors);
        } catch (IOException e) {
            close(toInput);
            close(fromOutput);
            close(fromErrors);
            throw e;
        }
    }

    /**
     * Sends a signal to all processes of a group.
     *
     * @param group its number, which is that of the process that leads it
     * @param force true for SIGKILL, false for SIGTERM
     */
    public void signalGroup(long group, boolean force) {
        library.kill(-group, force ? CLibrary.SIGKILL : CLibrary.SIGTERM);
    }

    private long start(CArrays program, int... descriptors) throws IOException {
        ByteBuffer actions = library.initActions();
        try {
            for (int i = 0; i < descriptors.length; i++) {
                if (descriptors[i] < STANDARD_DESCRIPTORS) {
                    throw new IOException("the server was started without standard input, output and error");
                }
                library.addDuplicate(actions, descriptors[i], i);
            }
            library.addCloseFrom(actions, STANDARD_DESCRIPTORS);
            if (program.folder() != 0) {
                library.addFolder(actions, program.folder());
            }
            int error = library.spawn(program, actions, attributes);
            if (error != 0) {
                throw new IOException("error: " + error + " (" + library.errorText(error) + ")");
            }
            return program.startedPid();
        } finally {
            library.destroyActions(actions);
        }
    }

    /** Begins to wait for the end of a process; one that nothing could wait for is ended at once. */
    private Process watched(long pid, FileOutputStream input, EndingInput output, EndingInput errors)
            throws IOException {
        boolean watched = false;
        try {
            ProcessHandle handle =
                    ProcessHandle.of(pid).orElseThrow(() -> new IOException("/proc does not show process " + pid));
            Process process = new SpawnedProcess(library, handle, input, output, errors);
            watched = true;
            return process;
        } finally {
            if (!watched) {
                library.kill(pid, CLibrary.SIGKILL);
                ByteBuffer status = CLibrary.memory(Integer.BYTES);
                while (library.reap(pid, status) < 0) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static void close(java.io.@Nullable Closeable stream) throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}

package dev.gangway.handler.spawn;

import dev.gangway.handler.platform.ForeignFunctions;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The functions of the C library that starting and ending processes takes, as POSIX and glibc have them. */
final class CLibrary {
    static final int SIGKILL = 9;
    static final int SIGTERM = 15;

    /** The same number on x86-64 and AArch64. */
    private static final int O_CLOEXEC = 0x80000;

    private static final int WNOHANG = 1;
    private static final int MESSAGE_BYTES = 256;

    /** More than such an object has on any processor. */
    private static final int OPAQUE_BYTES = 1024;

    private final ForeignFunctions functions;
    private final MethodHandle pipe2;
    private final MethodHandle close;
    private final MethodHandle kill;
    private final MethodHandle waitpid;
    private final MethodHandle errorText;
    private final MethodHandle spawn;
    private final MethodHandle initAttributes;
    private final MethodHandle setFlags;
    private final MethodHandle setSignalMask;
    private final MethodHandle initActions;
    private final MethodHandle addDuplicate;
    private final MethodHandle addFolder;
    private final MethodHandle addCloseFrom;
    private final MethodHandle destroyActions;

    /** Finds them; glibc has all since 2.34. */
    CLibrary(ForeignFunctions functions) throws NoSuchMethodException {
        this.functions = functions;
        pipe2 = functions.function("pipe2");
        close = functions.function("close");
        kill = functions.function("kill");
        waitpid = functions.function("waitpid");
        errorText = functions.function("__xpg_strerror_r");
        spawn = functions.function("posix_spawn");
        initAttributes = functions.function("posix_spawnattr_init");
        setFlags = functions.function("posix_spawnattr_setflags");
        setSignalMask = functions.function("posix_spawnattr_setsigmask");
        initActions = functions.function("posix_spawn_file_actions_init");
        addDuplicate = functions.function("posix_spawn_file_actions_adddup2");
        addFolder = functions.function("posix_spawn_file_actions_addchdir_np");
        addCloseFrom = functions.function("posix_spawn_file_actions_addclosefrom_np");
        destroyActions = functions.function("posix_spawn_file_actions_destroy");
    }

    /** Makes a pipe and returns its two descriptors, for reading and for writing, which no other program inherits. */
    int[] pipe() throws IOException {
        ByteBuffer pair = memory(2 * Integer.BYTES);
        if (call(pipe2, pair, O_CLOEXEC) != 0) {
            throw new IOException("no pipe can be made: too many files are open");
        }
        return new int[] {pair.getInt(0), pair.getInt(Integer.BYTES)};
    }

    void close(int descriptor) {
        call(close, descriptor);
    }

    /** Sends a signal to a process or, with a minus sign, to a group. */
    void kill(long process, int signal) {
        call(kill, process, signal);
    }

    /** Returns the status of a child that has ended, of which the system then forgets; −1 if it has not ended. */
    int reap(long process, ByteBuffer status) {
        int reaped = call(waitpid, process, functions.address(status), WNOHANG);
        int value = status.getInt(0);
        return reaped == 0 ? -1 : value;
    }

    /** Makes the attributes with which processes are started; they are never changed. */
    ByteBuffer attributes(int flags) {
        ByteBuffer attributes = memory(OPAQUE_BYTES);
        check(call(initAttributes, attributes));
        check(call(setFlags, attributes, flags));
        // A set of signals is empty if all of its bits are 0.
        ByteBuffer none = memory(OPAQUE_BYTES);
        try {
            check(call(setSignalMask, attributes, functions.address(none)));
        } finally {
            Reference.reachabilityFence(none);
        }
        return attributes;
    }

    /** Makes an empty list of actions, which {@link #destroyActions} frees. */
    ByteBuffer initActions() {
        ByteBuffer actions = memory(OPAQUE_BYTES);
        check(call(initActions, actions));
        return actions;
    }

    void addDuplicate(ByteBuffer actions, int descriptor, int copy) {
        check(call(addDuplicate, actions, descriptor, copy));
    }

    void addCloseFrom(ByteBuffer actions, int lowest) {
        check(call(addCloseFrom, actions, lowest));
    }

    void addFolder(ByteBuffer actions, long path) {
        check(call(addFolder, actions, path));
    }

    void destroyActions(ByteBuffer actions) {
        call(destroyActions, actions);
    }

    /** Starts a process. Returns 0, or the number of an error. */
    int spawn(CArrays program, ByteBuffer actions, ByteBuffer attributes) {
        try {
            return call(
                    spawn,
                    program.pid(),
                    program.file(),
                    functions.address(actions),
                    functions.address(attributes),
                    program.arguments(),
                    program.variables());
        } finally {
            Reference.reachabilityFence(program);
            Reference.reachabilityFence(actions);
            Reference.reachabilityFence(attributes);
        }
    }

    /** Returns the system's words for an error. */
    String errorText(int error) {
        ByteBuffer text = memory(MESSAGE_BYTES);
        call(errorText, error, functions.address(text), MESSAGE_BYTES);
        byte[] bytes = new byte[MESSAGE_BYTES];
        text.get(bytes);
        String all = new String(bytes, StandardCharsets.UTF_8);
        return all.substring(0, all.indexOf('\0'));
    }

    long address(ByteBuffer memory) {
        return functions.address(memory);
    }

    static ByteBuffer memory(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** These can fail for lack of memory alone. */
    private static void check(int error) {
        if (error != 0) {
            throw new OutOfMemoryError("posix_spawn");
        }
    }

    /** Calls a function whose first parameter is the address of an object. */
    private int call(MethodHandle function, ByteBuffer object, long... more) {
        long[] arguments = new long[more.length + 1];
        arguments[0] = functions.address(object);
        System.arraycopy(more, 0, arguments, 1, more.length);
        try {
            return call(function, arguments);
        } finally {
            Reference.reachabilityFence(object);
        }
    }

    private static int call(MethodHandle function, long... arguments) {
        long[] all = Arrays.copyOf(arguments, ForeignFunctions.PARAMETERS);
        try {
            return (int) (long) function.invokeExact(all[0], all[1], all[2], all[3], all[4], all[5]);
        } catch (Throwable e) {
            throw ForeignFunctions.failure(e);
        }
    }
}

package dev.gangway.handler.spawn;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a program as C has them, in one piece of memory: each ends with a NUL, and a list is an array of addresses that ends
 * with null.
 */
final class CArrays {
    private final ByteBuffer memory;
    private final long start;
    private final long pid;
    private final long arguments;
    private final long variables;
    private final long file;
    private final long folder;

    CArrays(
            CLibrary library,
            byte[] program,
            List<byte[]> arguments,
            List<byte[]> variables,
            byte @Nullable [] directory) {
        int lists = (arguments.size() + variables.size() + 2) * Long.BYTES;
        int texts = bytes(List.of(program)) + bytes(arguments) + bytes(variables);
        texts += directory == null ? 0 : bytes(List.of(directory));
        memory = CLibrary.memory(Long.BYTES + lists + texts);
        start = library.address(memory);
        pid = start;
        this.arguments = pid + Long.BYTES;
        this.variables = this.arguments + (arguments.size() + 1L) * Long.BYTES;
        memory.position(Long.BYTES + lists);
        writeList(this.arguments, arguments);
        writeList(this.variables, variables);
        file = write(program);
        folder = directory == null ? 0 : write(directory);
    }

    private static int bytes(List<byte[]> texts) {
        return texts.stream().mapToInt(text -> text.length + 1).reduce(0, Math::addExact);
    }

    private void writeList(long list, List<byte[]> texts) {
        int index = (int) (list - start);
        for (byte[] text : texts) {
            memory.putLong(index, write(text));
            index += Long.BYTES;
        }
    }

    private long write(byte[] text) {
        long address = start + memory.position();
        memory.put(text).put((byte) 0);
        return address;
    }

    /** Returns where the number of the process is to be written. */
    long pid() {
        return pid;
    }

    /** Returns the number that was written there. */
    int startedPid() {
        return memory.getInt(0);
    }

    long file() {
        return file;
    }

    long arguments() {
        return arguments;
    }

    long variables() {
        return variables;
    }

    /** Returns the address of the folder; 0 if there is none. */
    long folder() {
        return folder;
    }
}

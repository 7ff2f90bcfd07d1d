package dev.gangway.handler.platform;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Functions of the C library, called by the foreign function interface, which is final since Java 22 and unknown to Java 17.
 *
 * <p>Only where the user permits native access: otherwise Java prints a warning, and later versions refuse. Memory is a direct {@link
 * ByteBuffer}, and is passed as its address.
 *
 * <p>Each kind of function costs Java 10 to 20 ms, so there is one kind alone: six parameters and a result, all {@code long}. On the
 * processors named here, numbers are passed in registers of this width. A function that takes fewer parameters, or smaller ones, looks
 * at no others, and at the lower bits.
 */
public final class ForeignFunctions {
    /** How many parameters every handle has. */
    public static final int PARAMETERS = 6;

    private static final int FIRST_VERSION = 22;
    private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64", "aarch64");
    private static final String PACKAGE = "java.lang.foreign.";

    private final Object library;
    private final MethodHandle address;

    /** Takes the address of a function, and its six parameters. */
    private final MethodHandle call;

    private ForeignFunctions() throws ReflectiveOperationException {
        Object linker = type("Linker").getMethod("nativeLinker").invoke(null);
        library = type("Linker").getMethod("defaultLookup").invoke(linker);
        call = call(linker);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle segment = lookup.findStatic(
                type("MemorySegment"), "ofBuffer", MethodType.methodType(type("MemorySegment"), Buffer.class));
        address = MethodHandles.filterReturnValue(
                segment, lookup.findVirtual(type("MemorySegment"), "address", MethodType.methodType(long.class)));
    }

    private static MethodHandle call(Object linker) throws ReflectiveOperationException {
        Object number = type("ValueLayout").getField("JAVA_LONG").get(null);
        Object parameters = Array.newInstance(type("MemoryLayout"), PARAMETERS);
        for (int i = 0; i < PARAMETERS; i++) {
            Array.set(parameters, i, number);
        }
        Object descriptor = type("FunctionDescriptor")
                .getMethod("of", type("MemoryLayout"), parameters.getClass())
                .invoke(null, number, parameters);
        Object options = Array.newInstance(type("Linker$Option"), 0);
        return (MethodHandle) type("Linker")
                .getMethod("downcallHandle", type("FunctionDescriptor"), options.getClass())
                .invoke(linker, descriptor, options);
    }

    /**
     * Returns the functions, if they can be called.
     *
     * @return nothing before Java 22, on another system than Linux, on another processor than x86-64 and AArch64, and where native
     *     access is not permitted ({@code --enable-native-access}, or {@code Enable-Native-Access} in a manifest)
     */
    public static Optional<ForeignFunctions> find() {
        boolean known =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")
                        && PROCESSORS.contains(System.getProperty("os.arch", ""));
        if (!known || Runtime.version().feature() < FIRST_VERSION) {
            return Optional.empty();
        }
        try {
            Module own = ForeignFunctions.class.getModule();
            Object permitted = Module.class.getMethod("isNativeAccessEnabled").invoke(own);
            return Boolean.TRUE.equals(permitted) ? Optional.of(new ForeignFunctions()) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds a function.
     *
     * @param name its name in C
     * @return a handle of {@link #PARAMETERS} parameters and a result, all {@code long}; of the result the lower 32 bits count where the
     *     function returns an {@code int}
     * @throws NoSuchMethodException if this system has no such function
     */
    public MethodHandle function(String name) throws NoSuchMethodException {
        Optional<?> symbol;
        try {
            symbol = (Optional<?>)
                    type("SymbolLookup").getMethod("find", String.class).invoke(library, name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        Object found = symbol.orElse(null);
        if (found == null) {
            throw new NoSuchMethodException(name);
        }
        return MethodHandles.insertArguments(call, 0, found);
    }

    /**
     * Returns where a buffer lies in memory. The buffer must be reachable for as long as the address is used.
     *
     * @param buffer a direct buffer
     * @return the address of its position
     */
    public long address(ByteBuffer buffer) {
        try {
            return (long) address.invokeExact((Buffer) buffer);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /**
     * Makes an unchecked exception of one that a handle has thrown, although none of these functions can throw.
     *
     * @param failure the exception or error
     * @return an exception to throw; an error is thrown at once
     */
    public static IllegalStateException failure(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }
}

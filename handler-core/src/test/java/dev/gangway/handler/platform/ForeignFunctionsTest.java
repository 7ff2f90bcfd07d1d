package dev.gangway.handler.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ForeignFunctionsTest {
    private static ForeignFunctions functions() {
        Optional<ForeignFunctions> found = ForeignFunctions.find();
        Assumptions.assumeTrue(found.isPresent(), "needs Linux, JDK 22 or later, and --enable-native-access");
        return found.orElseThrow();
    }

    @Test
    void areNotThereBeforeJava22() {
        Assumptions.assumeTrue(Runtime.version().feature() < 22, "needs an older JDK");
        assertEquals(Optional.empty(), ForeignFunctions.find());
    }

    @Test
    void callAFunctionOfFewerParameters() throws Throwable {
        MethodHandle getpid = functions().function("getpid");
        assertEquals(ProcessHandle.current().pid(), (long) getpid.invokeExact(0L, 0L, 0L, 0L, 0L, 0L));
    }

    @Test
    void passTheAddressOfThePositionOfABuffer() throws Throwable {
        ForeignFunctions functions = functions();
        MethodHandle strlen = functions.function("strlen");
        ByteBuffer text = ByteBuffer.allocateDirect(6);
        text.put("hello\0".getBytes(StandardCharsets.US_ASCII)).position(2);
        assertEquals(3, (long) strlen.invokeExact(functions.address(text), 0L, 0L, 0L, 0L, 0L));
        assertEquals(2, text.position());
    }

    @Test
    void tellThatAFunctionIsMissing() {
        ForeignFunctions functions = functions();
        assertThrows(NoSuchMethodException.class, () -> functions.function("no_such_function"));
    }
}

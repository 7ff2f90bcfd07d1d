package dev.gangway.standalone.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardErrorTest {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    @Test
    void aLineGoesToTheStreamThatIsThereWhenItIsWritten() {
        StderrLog log = new StderrLog(new StandardError.Current(), 1000);
        log.log("elsewhere");
        System.setErr(new PrintStream(buffer, false, StandardCharsets.UTF_8));
        log.log("here");
        assertEquals("here\n", buffer.toString(StandardCharsets.UTF_8));
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        System.setErr(new PrintStream(second, false, StandardCharsets.UTF_8));
        log.log("there");
        assertEquals("here\n", buffer.toString(StandardCharsets.UTF_8));
        assertEquals("there\n", second.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "a stream in {0}")
    @CsvSource({"UTF-8, UTF-8", "ISO-8859-1, ISO-8859-1", "US-ASCII, UTF-8", "UTF-16BE, UTF-16BE"})
    @EnabledForJreRange(min = JRE.JAVA_18, disabledReason = "Java 17 does not tell the charset of a stream")
    void writesInTheCharsetOfTheStreamAndInUtf8WhereThatIsAscii(String charset, String expected) throws Exception {
        System.setErr(new PrintStream(buffer, false, charset));
        new StderrLog(new StandardError.Current(), 1000).log("Ä");
        assertEquals("Ä\n", buffer.toString(expected));
    }
}

package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Calls the handler in memory: no port, no container. */
class HelloTest {
    private final HandlerTester hello = HandlerTester.of(Hello::new);

    @Test
    void saysWhatWasAskedFor() throws IOException {
        TestResponse response = hello.get("/a?b=c").send();
        assertEquals(200, response.status());
        assertEquals("text/plain; charset=utf-8", response.header("Content-Type"));
        assertEquals("You asked for /a?b=c\n", response.text());
    }

    @Test
    void knowsNoMethodButGet() throws IOException {
        assertEquals(501, hello.post("/").body("a=b").send().status());
    }
}

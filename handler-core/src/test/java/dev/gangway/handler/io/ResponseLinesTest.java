package dev.gangway.handler.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseLinesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "HTTP/1.1 200 OK, 200",
        "HTTP/1.1 200, 200",
        "'HTTP/1.1 200 ', 200",
        "HTTP/1.0 404 Not Found, 404",
        "HTTP/1.1 999 Own, 999",
        "HTTP/1.1  200 OK, -1",
        "HTTP/1.1 20 OK, -1",
        "HTTP/1.1 2000, -1",
        "HTTP/1.1 2O0 OK, -1",
        "HTTP/1.1, -1",
        "HTTP/11 200 OK, -1",
        "HTTP/1-1 200 OK, -1",
        "HTTP/x.1 200 OK, -1",
        "HTTP/1.1 +20 OK, -1",
        "http/1.1 200 OK, -1",
        "'', -1"
    })
    void findsTheStatus(String line, int status) {
        assertEquals(status, ResponseLines.status(line));
    }
}

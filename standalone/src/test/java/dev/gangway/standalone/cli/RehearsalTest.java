package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTest {
    @ParameterizedTest(name = "for serve: {0}")
    @ValueSource(booleans = {false, true})
    void answersWithAFile(boolean forServe) {
        String response = new String(new Rehearsal(forServe).answer(), StandardCharsets.ISO_8859_1);
        assertTrue(response.matches("(?s)HTTP/1.[01] 200 OK\r\n.*JAVA_VERSION=.*"), response);
    }
}

package com.example.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.porting.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void writesJsonAsPythonDoes() {
        assertEquals("[1, \"a\", null]", Json.dumps(java.util.Arrays.asList(1, "a", null)));
        assertEquals("[]", Json.dumps(List.of()));
    }
}

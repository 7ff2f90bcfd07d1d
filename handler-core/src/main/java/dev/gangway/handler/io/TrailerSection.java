package dev.gangway.handler.io;

import dev.gangway.http.syntax.FieldLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the trailer fields behind a handler's own chunks (RFC 9112 §7.1.2), for a host that frames them itself. */
final class TrailerSection {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    /** Takes the next byte behind the last chunk. */
    void accept(int b) {
        bytes.write(b);
    }

    /** Returns the fields; lines that are no field are left out. */
    List<Map.Entry<String, String>> fields() {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String line : bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            Map.Entry<String, String> field = FieldLine.parse(line);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }
}

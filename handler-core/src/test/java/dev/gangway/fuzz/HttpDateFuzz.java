package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.http.syntax.HttpDate;
import java.nio.ByteBuffer;
import java.time.Instant;

/** A date that was read is written and read as the same; any text may come; whatever is strict is lenient too. */
public final class HttpDateFuzz {
    private static final long LAST_SECOND = 253_402_300_799L;

    private HttpDateFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        String text = input.text();
        Instant strict = HttpDate.parse(text);
        if (strict != null) {
            require(strict.equals(HttpDate.parse(HttpDate.format(strict))), text + " is " + HttpDate.format(strict));
        }
        Instant lenient = HttpDate.parseLenient(text);
        if (lenient != null && lenient.getEpochSecond() >= 0 && lenient.getEpochSecond() <= LAST_SECOND) {
            require(lenient.equals(HttpDate.parse(HttpDate.format(lenient))), text + " is " + HttpDate.format(lenient));
        }
        if (data.length >= 8) {
            long second = Math.floorMod(ByteBuffer.wrap(data).getLong(), LAST_SECOND + 1);
            String written = HttpDate.format(Instant.ofEpochSecond(second));
            require(Instant.ofEpochSecond(second).equals(HttpDate.parse(written)), written);
            require(Instant.ofEpochSecond(second).equals(HttpDate.parseLenient(written)), "leniently: " + written);
        }
    }
}

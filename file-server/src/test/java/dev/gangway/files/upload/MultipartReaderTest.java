package dev.gangway.files.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartReaderTest {
    /** Gives one byte for each read. */
    private static InputStream slowly(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
    }

    private static List<String> parts(InputStream in) throws IOException {
        MultipartReader reader = new MultipartReader(in, "XX");
        List<String> parts = new ArrayList<>();
        for (MultipartReader.Part part = reader.next(); part != null; part = reader.next()) {
            String content = new String(part.content().readAllBytes(), StandardCharsets.UTF_8);
            parts.add(part.headers().get("A", "none") + "=" + content);
        }
        return parts;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    --XX--                                           | []
                    --XX~A: 1~~one~--XX--                            | [1=one]
                    --XX~A: 1~~one~--XX~A: 2~~two~--XX--             | [1=one, 2=two]
                    --XX~A: 1~~~--XX--                               | [1=]
                    --XX~~no head~--XX--                             | [none=no head]
                    preamble~--XX~A:1~~one~--XX--~epilogue           | [1=one]
                    --XX  ~A: 1~~one~--XX--                          | [1=one]
                    --XX~A: 1~~one~--X~-XX~--XX--                    | [1=one~--X~-XX]
                    --XX~A: 1~~~--X~--XX--                           | [1=~--X]
                    """)
    void readsParts(String form, String expected) throws IOException {
        byte[] bytes = form.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8);
        String wanted = expected.replace("~", "\r\n");
        assertEquals(wanted, parts(new ByteArrayInputStream(bytes)).toString());
        assertEquals(wanted, parts(slowly(bytes)).toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ''                        | ends before
                    no boundary               | ends before
                    --XX                      | ends before
                    --XX~A: 1~~one            | ends before
                    --XX~A: 1                 | ends before
                    --XX-~A: 1~~one~--XX--    | malformed boundary
                    --XXY~A: 1~~one~--XX--    | malformed boundary
                    --XX~no colon~~one~--XX-- | malformed head
                    --XX~: 1~~one~--XX--      | malformed head
                    """)
    void refusesWhatIsMalformed(String form, String reason) {
        byte[] bytes = form.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8);
        for (InputStream in : List.of(new ByteArrayInputStream(bytes), slowly(bytes))) {
            MultipartException e = assertThrows(MultipartException.class, () -> parts(in));
            assertEquals(true, e.getMessage().contains(reason), e.getMessage());
        }
    }

    @Test
    void bounds() {
        String head = "--XX\r\nA: " + "x".repeat(20_000) + "\r\n\r\n\r\n--XX--";
        assertThrows(
                MultipartException.class, () -> parts(new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8))));
        String many = "--XX\r\n\r\n\r\n".repeat(1001) + "--XX--";
        assertThrows(
                MultipartException.class, () -> parts(new ByteArrayInputStream(many.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void keepsEveryByteOfLargeParts() throws IOException {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        byte[] head = "--XX\r\nA: 1\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] form = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, form, 0, head.length);
        System.arraycopy(content, 0, form, head.length, content.length);
        System.arraycopy(tail, 0, form, head.length + content.length, tail.length);
        MultipartReader reader = new MultipartReader(new ByteArrayInputStream(form), "XX");
        MultipartReader.Part part = reader.next();
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                content, part.content().readAllBytes());
        assertEquals(null, reader.next());
    }

    /** Changes forms at random, always in the same way: they are read or refused, and nothing else happens. */
    @Test
    void standsWhateverComes() throws IOException {
        Random random = new Random(20261128);
        byte[] seed =
                "--XX\r\nA: 1\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\none\r\n--XX\r\n\r\ntwo\r\n--XX--\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] alphabet = "-X\r\n: \0a\"".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 50_000; i++) {
            byte[] form = seed.clone();
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                form[random.nextInt(form.length)] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                parts(new ByteArrayInputStream(form, 0, 1 + random.nextInt(form.length)));
            } catch (MultipartException e) {
                // Refused.
            }
        }
    }
}

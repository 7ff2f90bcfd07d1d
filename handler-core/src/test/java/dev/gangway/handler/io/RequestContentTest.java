package dev.gangway.handler.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.MessageText;
import dev.gangway.tables.Delivery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestContentTest {
    /** Reads to the end; an error stands behind the bytes that came before it. */
    private static String read(RequestContent content) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[3];
        try {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
            assertTrue(content.isComplete());
            assertEquals(-1, content.read());
        } catch (IOException e) {
            assertFalse(content.isComplete());
            assertThrows(e.getClass(), content::read, "an error stays");
            text.append('|').append(e.getClass().getSimpleName());
        }
        return text.toString();
    }

    private static String latin(String message) {
        return new String(MessageText.bytes(message), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{0} bytes of {1}")
    @CsvSource({"0, ''", "1, a", "5, abcde"})
    void hasALength(int length, String sent) throws IOException {
        Delivery.ofWhole(sent, sent, in -> read(RequestContent.fixed(in, length)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0~~, ''", "3~abc~0~~, abc", "3;x~abc~4~defg~0~A: b~~, abcdefg"})
    void isDecodedOrAsItWasSent(String sent, String data) throws IOException {
        Delivery.ofWhole(sent, data, in -> read(RequestContent.chunked(in, () -> true)));
        Delivery.ofWhole(sent, latin(sent), in -> read(RequestContent.chunked(in, () -> false)));
    }

    @Test
    void thatIsCutIsNotTakenForWhole() throws IOException {
        Delivery.ofCut("abc", "abc|ClientGoneException", in -> read(RequestContent.fixed(in, 4)));
        Delivery.ofCut("3~ab", "ab|ClientGoneException", in -> read(RequestContent.chunked(in, () -> true)));
        Delivery.ofCut("3~abc~0~", "abc|ClientGoneException", in -> read(RequestContent.chunked(in, () -> true)));
    }

    @Test
    void thatIsMalformedGivesWhatCameBefore() {
        RequestContent content = RequestContent.chunked(stream("3~abc~x~"), () -> true);
        assertEquals("abc|MalformedContentException", read(content));
        assertEquals("abc|MalformedContentException", read(RequestContent.chunked(stream("3~abcd~"), () -> true)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'', 0~~", "abc, 3~abc~0~~"})
    void isFramedAgainForAHandlerThatDecodesByHand(String data, String framed) {
        assertEquals(latin(framed), read(RequestContent.alreadyDecoded(stream(data), () -> false)));
        assertEquals(data, read(RequestContent.alreadyDecoded(stream(data), () -> true)));
    }

    @ParameterizedTest(name = "{0} of 5 bytes")
    @CsvSource({"0, false", "4, false", "5, true", "6, true"})
    void isDrainedUpToABound(int most, boolean complete) throws IOException {
        assertEquals(complete, RequestContent.fixed(stream("abcde"), 5).drain(most, () -> {}));
        assertEquals(
                complete,
                RequestContent.chunked(stream("2~ab~3~cde~0~~"), () -> true).drain(most, () -> {}));
    }

    @Test
    void isNotDrainedOnceTheClientHasGone() throws IOException {
        assertFalse(RequestContent.fixed(stream("abc"), 5).drain(100, () -> {}));
    }

    @Test
    void asksBeforeEachReadOfTheConnectionWhileItIsDrained() {
        IOException refused = new IOException("no more");
        RequestContent content = RequestContent.fixed(stream("abcde"), 5);
        IOException thrown = assertThrows(
                IOException.class,
                () -> content.drain(100, () -> {
                    throw refused;
                }));
        assertSame(refused, thrown);
        assertFalse(content.isComplete());
    }

    private static InputStream stream(String message) {
        return new ByteArrayInputStream(MessageText.bytes(message));
    }
}

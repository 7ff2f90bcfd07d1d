package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever head a handler writes, and whenever it flushes: the strictest client finds the content where the server has
 * ended it, and the next answer where it begins. Messages are written as {@link MessageText} has them.
 */
public abstract class ResponseHeadContract extends HostContract {
    private static final String NEXT = request("GET /next", "Connection: close");

    private static HandlerFactory first(Step step) {
        return answering(h -> {
            if (h.path().equals("/next")) {
                reply(h, "next");
            } else {
                step.answer(h);
            }
        });
    }

    /** Writes bytes in pieces, each of which is flushed. */
    private static Step raw(String response, int piece) {
        byte[] bytes = MessageText.bytes(response);
        return h -> {
            for (int at = 0; at < bytes.length; at += piece) {
                h.wfile().write(bytes, at, Math.min(piece, bytes.length - at));
                h.wfile().flush();
            }
        };
    }

    /** Checks the first answer, and that the second is there, or the first says that there will be none. */
    private static void checkInStep(String content, List<RawResponse> responses) {
        List<RawResponse> finals =
                responses.stream().filter(response -> response.status() >= 200).toList();
        assertEquals(content, finals.get(0).text());
        if (finals.size() == 1) {
            assertTrue(finals.get(0).saysClose(), "no second answer, and no word of it: " + finals.get(0));
        } else {
            assertEquals("next", finals.get(1).text());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '=', textBlock = """
            X: a<CR>Content-Length: 2~~ok                              = ok
            X: a<CR>Content-Length: 2~Content-Length: 4~~okay          = okay
            X: a<CR>Transfer-Encoding: chunked~Content-Length: 2~~ok   = ok
            X: a<CR><CR>~Content-Length: 2~~ok                         = ok
            X: a<NUL>b~Content-Length: 2~~ok                           = ok
            X: a<LF>Content-Length: 2<LF><LF>ok                        = ok
            Content-Length: 2~<CR>~ok                                  = ok
            Content-Length: 2<CR>~<CR>~ok                              = ok
            Content-Length : 2~~ok                                     = ok
            Content-Length<HT>: 2~~ok                                  = ok
            Transfer-Encoding : chunked~~2~ok~0~~                      = ok
            <SP>Content-Length: 9~X: a~~ok                             = ok
            X: a~<SP>Content-Length: 9~~ok                             = ok
            X: a~<HT>b~Content-Length: 2~~ok                           = ok
            Content-Length:~<SP>2~~ok                                  = ok
            Content-Length: 2~Content-Length: 2~~ok                    = ok
            Content-Length: 2, 2~~ok                                   = ok
            Content-Length: 2~Content-Length: 4~~okay                  = okay
            Content-Length: 4~Content-Length: 2~~okay                  = okay
            Content-Length: 2, 4~~okay                                 = okay
            Content-Length: +2~~okay                                   = okay
            Content-Length: 2x~~okay                                   = okay
            Content-Length: 0x2~~okay                                  = okay
            Content-Length:~~okay                                      = okay
            Content-Length: 99999999999999999999~~okay                 = okay
            Transfer-Encoding: chunked~~2~ok~0~~                       = ok
            Transfer-Encoding: CHUNKED~~2~ok~0~~                       = ok
            Content-Length: 9~Transfer-Encoding: chunked~~2~ok~0~~     = ok
            Transfer-Encoding: chunked~Content-Length: 9~~2~ok~0~~     = ok
            Transfer-Encoding: chunked~Transfer-Encoding: chunked~~2~ok~0~~ = ok
            Transfer-Encoding: identity~Content-Length: 2~~ok          = ok
            Transfer-Encoding: identity~~okay                          = okay
            Transfer-Encoding: identity, chunked~~2~ok~0~~             = ok
            Transfer-Encoding: ,chunked,~~2~ok~0~~                     = ok
            Transfer-Encoding:~Content-Length: 2~~ok                   = ok
            Connection: keep-alive~~okay                               = okay
            """)
    void isReadAsItIsFramed(String fields, String content) throws Exception {
        String head = "HTTP/1.1 200 OK~" + fields;
        for (int piece : new int[] {1000, 1, 7}) {
            checkInStep(content, responses(first(raw(head, piece)), request("GET /") + NEXT));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "200 OK~no field~Content-Length: 2~~okay",
                "200 OK~no field~Transfer-Encoding: chunked~~2~ok~0~~",
                "200 OK~: 2~Content-Length: 2~~okay",
                "200 OK~Con tent: 2~Content-Length: 2~~okay",
                "200 OK~Transfer-Encoding: gzip, chunked~~2~ok~0~~",
                "200 OK~Transfer-Encoding: chunked, gzip~~okay",
                "200 OK~Transfer-Encoding: xchunked~Content-Length: 2~~okay",
                "200 OK~Transfer-Encoding: chunked;a=b~~okay"
            })
    void thatClientsReadInSeveralWaysIsTheLast(String response) throws Exception {
        for (int piece : new int[] {1000, 1}) {
            byte[] all = start(first(raw("HTTP/1.1 " + response, piece))).exchange(latin(request("GET /") + NEXT));
            String text = new String(all, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("next"), text);
            String head = text.substring(0, text.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
            assertTrue(head.contains("\r\nconnection: close"), text);
            assertFalse(head.contains("\r\ncontent-length: 2"), text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '=', textBlock = """
            204 None~Content-Length: 2~~                        = GET
            204 None~Transfer-Encoding: chunked~~0~~            = GET
            304 Same~Transfer-Encoding: chunked~~0~~            = GET
            304 Same~Content-Length: 2~~                        = GET
            200 OK~Content-Length: 2~Content-Length: 3~~        = HEAD
            200 OK~Transfer-Encoding: chunked~~                 = HEAD
            """)
    void withoutContentByRulePromisesNone(String response, String method) throws Exception {
        for (int piece : new int[] {1000, 1}) {
            List<RawResponse> responses =
                    responses(first(raw("HTTP/1.1 " + response, piece)), request(method + " /") + NEXT, method);
            checkInStep("", responses);
            if (responses.get(0).status() < 400 && !method.equals("HEAD")) {
                assertEquals(List.of(), responses.get(0).all("Transfer-Encoding"));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "100 Continue~Content-Length: 2~~",
                "103 Early~X: a<CR>Content-Length: 2~~",
                "103 Early~Transfer-Encoding: chunked~~"
            })
    void inBetweenPromisesNoContent(String interim) throws Exception {
        for (int piece : new int[] {1000, 1}) {
            Step step = raw("HTTP/1.1 " + interim + "HTTP/1.1 200 OK~Content-Length: 2~~ok", piece);
            checkInStep("ok", responses(first(step), request("GET /") + NEXT));
        }
    }

    /** Sends these fields once the head's beginning has been flushed, then this content. */
    private static HandlerFactory late(int status, String fields, String content) {
        return first(h -> {
            h.sendResponse(status);
            h.flushHeaders();
            h.wfile().flush();
            for (String field : fields.split("~")) {
                h.sendHeader(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(':') + 2));
                h.flushHeaders();
                h.wfile().flush();
            }
            h.endHeaders();
            h.wfile().write(MessageText.bytes(content));
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '=', textBlock = """
            200 = Content-Length: 2                             = ok           = ok
            200 = Content-Length: 9~Transfer-Encoding: chunked  = 2~ok~0~~     = ok
            200 = Transfer-Encoding: chunked~Content-Length: 9  = 2~ok~0~~     = ok
            200 = Transfer-Encoding: chunked                    = 2~ok~0~~     = ok
            200 = Connection: keep-alive                        = okay         = okay
            200 = Connection: keep-alive~X-A: b                 = okay         = okay
            200 = Content-Length: 2~Content-Length: 4           = okay         = okay
            200 = Content-Length : 2                            = ok           = ok
            204 = Content-Length: 2                             = ok           = ''
            204 = Transfer-Encoding: chunked~X-A: b             = 2~ok~0~~     = ''
            304 = Transfer-Encoding: chunked                    = 2~ok~0~~     = ''
            """)
    void agreesWithItsContentThoughItsBeginningWasFlushed(int status, String fields, String content, String read)
            throws Exception {
        checkInStep(read, responses(late(status, fields, content), request("GET /") + NEXT));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '=', textBlock = """
            Transfer-Encoding: chunked                    = 2~ok~0~~     = ok
            Content-Length: 9~Transfer-Encoding: chunked  = 2~ok~0~~     = ok
            Connection: keep-alive                        = okay         = okay
            X-A: b                                        = okay         = okay
            """)
    void agreesForAnOldClientThoughItsBeginningWasFlushed(String fields, String content, String read) throws Exception {
        for (String connection : new String[] {"", "Connection: keep-alive\r\n"}) {
            RawResponse response = responses(late(200, fields, content), "GET / HTTP/1.0\r\n" + connection + "\r\n")
                    .get(0);
            assertEquals(read, response.text());
            assertEquals(List.of(), response.all("Transfer-Encoding"));
            assertFalse(response.all("Connection").contains("keep-alive"), response.toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Content-Length , 2, ok", "Content-Length\t, 2, ok", "Con tent, 2, okay", "' Content-Length', 2, okay"})
    void hasNoFieldThatOnlySomeClientsRead(String name, String value, String content) throws Exception {
        HandlerFactory odd = first(h -> {
            h.sendResponse(200);
            h.sendHeader(name, value);
            h.endHeaders();
            h.wfile().write(latin(content));
        });
        byte[] all = start(odd).exchange(latin(request("GET /") + NEXT));
        String text = new String(all, StandardCharsets.ISO_8859_1);
        boolean closes = text.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
        boolean promised = text.toLowerCase(Locale.ROOT).contains("\r\ncontent-length: 2");
        assertTrue(closes || promised, text);
        assertFalse(text.contains("Content-Length :"), text);
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"100", "100000"})
    void isFlushedBeforeItsEndWithoutHarm(int length) throws Exception {
        String value = "x".repeat(length);
        HandlerFactory flushing = first(h -> {
            h.sendResponse(200);
            h.sendHeader("X-Long", value);
            h.flushHeaders();
            h.wfile().flush();
            h.sendHeader("Content-Length", 2);
            h.endHeaders();
            write(h, "ok");
        });
        if (length > 1000 && host().differences().contains(HostDifference.OWN_FRAMING)) {
            return; // A container has a limit of its own.
        }
        List<RawResponse> responses = responses(flushing, request("GET /") + NEXT);
        checkInStep("ok", responses);
        assertEquals(value, responses.get(0).field("X-Long").orElse(""));
    }

    private static void write(dev.gangway.handler.BaseHTTPRequestHandler handler, String text) throws IOException {
        handler.wfile().write(latin(text));
    }
}

package dev.gangway.standalone.porting;

import dev.gangway.http.syntax.ChunkedFraming;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the methods of the requests in the bytes of a connection: without them responses cannot be told apart. */
final class RequestMethods {
    private static final Pattern REQUEST_LINE = Pattern.compile("([^ \r\n]+) [^\r\n]*\r?\n");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \t]*(\\d{1,9})[ \t]*\r?$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:[ \t]*chunked[ \t]*\r?$");
    private static final Pattern SWITCH = Pattern.compile("(?im)^upgrade:");

    private RequestMethods() {}

    static List<String> of(byte[] bytes) {
        // One character for each byte, so that positions are right.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> methods = new ArrayList<>();
        int at = 0;
        Matcher line = REQUEST_LINE.matcher(text);
        while (at < text.length() && line.find(at) && line.start() == at) {
            methods.add(line.group(1));
            int end = endOfHead(text, at);
            String head = text.substring(at, end);
            if (line.group(1).equals("CONNECT") || SWITCH.matcher(head).find()) {
                break;
            }
            at = endOfBody(text, head, end);
        }
        return methods.isEmpty() ? List.of("GET") : methods;
    }

    private static int endOfHead(String text, int from) {
        int crlf = text.indexOf("\r\n\r\n", from);
        return crlf < 0 ? text.length() : crlf + 4;
    }

    private static int endOfBody(String text, String head, int from) {
        if (CHUNKED.matcher(head).find()) {
            return endOfChunks(text, from);
        }
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Math.min(text.length(), from + Integer.parseInt(length.group(1))) : from;
    }

    /** Returns the end of the trailers; if it cannot be found, all bytes behind are the body. */
    private static int endOfChunks(String text, int from) {
        ChunkedFraming framing = new ChunkedFraming();
        int at = from;
        try {
            while (at < text.length() && !framing.isComplete()) {
                long data = framing.dataRemaining();
                if (data > 0) {
                    framing.dataTaken(data);
                    at = (int) Math.min(text.length(), at + data);
                } else {
                    framing.accept(text.charAt(at++));
                }
            }
            return at;
        } catch (MessageSyntaxException e) {
            return text.length();
        }
    }
}

package dev.gangway.servlet;

import dev.gangway.contract.Answer;
import dev.gangway.contract.AnswerView;
import dev.gangway.contract.RawResponse;
import dev.gangway.contract.Transcript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shows what an answer means: what RFC 9110 leaves to the server on the way is left out. That is the version and reason
 * phrase of the status line, the order of fields and the case of their names (§5.3), the spelling of a media type (§8.3.1),
 * and the framing (RFC 9112 §6): chunks, length or the end of the connection.
 */
final class SemanticView implements AnswerView {
    /** Fields between the container and the client. */
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length");

    private static final Pattern MARK = Pattern.compile("\0(\\w+)\0");

    /** How the handlers of the transcripts show the fields of a request. */
    private static final Pattern SHOWN_FIELD = Pattern.compile("(?m)^header ([^=\n]+)=|^keys=(.*)$");

    private static final Pattern REQUEST_LINE = Pattern.compile("(?m)^([A-Z][A-Za-z_-]*) \\S.* HTTP/\\d\\.\\d\r?$");

    @Override
    public String show(Transcript transcript, Answer answer) {
        StringBuilder text = new StringBuilder();
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(withoutMarks(answer.response()));
            List<String> methods = methods(transcript);
            int answered = 0;
            while (in.available() > 0) {
                String method = answered < methods.size() ? methods.get(answered) : "GET";
                RawResponse response = RawResponse.read(in, method);
                if (response.status() >= 200) {
                    answered++;
                    append(text, response);
                }
            }
        } catch (IOException e) {
            String bytes = new String(answer.response(), StandardCharsets.ISO_8859_1);
            int head = bytes.lastIndexOf("\r\n\r\n");
            text.append("--- broken\n").append(e.getMessage()).append('\n').append(bytes.substring(Math.max(head, 0)));
        }
        text.append("--- log\n");
        answer.log().forEach(line -> text.append(line).append('\n'));
        return text.append(answer.raised() ? "--- raised\n" : "").toString();
    }

    /** The marks of values that differ from run to run are no text of a field. */
    private static byte[] withoutMarks(byte[] response) {
        String text = new String(response, StandardCharsets.ISO_8859_1);
        return MARK.matcher(text).replaceAll("($1)").getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<String> methods(Transcript transcript) {
        List<String> methods = new ArrayList<>();
        Matcher line = REQUEST_LINE.matcher(new String(transcript.request(), StandardCharsets.ISO_8859_1));
        while (line.find()) {
            methods.add(line.group(1));
        }
        return methods;
    }

    private static void append(StringBuilder text, RawResponse response) {
        text.append("--- response ").append(response.status()).append('\n');
        response.fields().stream()
                .filter(field -> !HOP_BY_HOP.contains(field.getKey().toLowerCase(Locale.ROOT)))
                .map(SemanticView::field)
                .sorted()
                .forEach(text::append);
        text.append('\n').append(shown(response.text())).append('\n');
    }

    /** Makes the names of fields equal that a handler has read and shows in its answer. */
    private static String shown(String body) {
        String lower = SHOWN_FIELD
                .matcher(body)
                .replaceAll(field -> Matcher.quoteReplacement(field.group().toLowerCase(Locale.ROOT)));
        return lower.startsWith("requestline ") ? lower.lines().sorted().collect(Collectors.joining("\n")) : lower;
    }

    private static String field(Map.Entry<String, String> field) {
        String name = field.getKey().toLowerCase(Locale.ROOT);
        String value = name.equals("content-type") ? mediaType(field.getValue()) : field.getValue();
        return name + ": " + value + "\n";
    }

    private static String mediaType(String value) {
        Matcher charset = Pattern.compile("(.*?)[ \t]*;[ \t]*charset=(.*)").matcher(value);
        return charset.matches()
                ? charset.group(1) + ";charset=" + charset.group(2).toLowerCase(Locale.ROOT)
                : value;
    }
}

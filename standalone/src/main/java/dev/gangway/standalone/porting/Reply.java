package dev.gangway.standalone.porting;

import dev.gangway.host.TestResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * What came back on a connection.
 *
 * @param responses the responses, interim ones included
 * @param failure how it ended if not well, or ""
 */
record Reply(List<TestResponse> responses, String failure) {
    /** Reads the answers to some requests, fewer if the connection ends. */
    static Reply read(InputStream in, List<String> methods) {
        List<TestResponse> responses = new ArrayList<>();
        PushbackInputStream ahead = new PushbackInputStream(in);
        try {
            int answered = 0;
            while (answered < methods.size() && hasMore(ahead)) {
                TestResponse response = TestResponse.read(ahead, methods.get(answered));
                responses.add(response);
                answered += response.isInterim() ? 0 : 1;
            }
            return new Reply(responses, "");
        } catch (SocketTimeoutException e) {
            return new Reply(responses, "no more came in time");
        } catch (IOException e) {
            return new Reply(responses, String.valueOf(e.getMessage()));
        }
    }

    private static boolean hasMore(PushbackInputStream in) throws IOException {
        int next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        return next >= 0;
    }
}

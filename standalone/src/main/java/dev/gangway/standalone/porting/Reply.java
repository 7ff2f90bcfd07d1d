package dev.gangway.standalone.porting;

import dev.gangway.testing.TestResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came back on a connection.
 *
 * @param responses the responses, interim ones included
 * @param failure how it ended if not well, or ""
 */
record Reply(List<TestResponse> responses, String failure) {
    /** The failure of a connection whose last response was still coming when nobody read it any more. */
    static final String WENT_ON = "the response had not ended";

    private static final String SILENT = "no more came in time";

    /** Reads the answers to some requests, fewer if the connection ends, or is silent for too long. */
    static Reply read(InputStream in, Duration patience, List<String> methods) {
        List<TestResponse> responses = new ArrayList<>();
        EndAtTimeout patient = new EndAtTimeout(in, patience);
        PushbackInputStream ahead = new PushbackInputStream(patient);
        try {
            int answered = 0;
            while (answered < methods.size() && hasMore(ahead)) {
                TestResponse response = TestResponse.read(ahead, methods.get(answered));
                responses.add(response);
                answered += response.isInterim() ? 0 : 1;
                if (patient.isTimedOut()) {
                    return new Reply(responses, WENT_ON);
                }
            }
            return new Reply(responses, patient.isTimedOut() ? SILENT : "");
        } catch (IOException e) {
            return new Reply(responses, patient.isTimedOut() ? SILENT : String.valueOf(e.getMessage()));
        }
    }

    /** Returns the same responses, of which the last had not ended. */
    Reply whichWentOn() {
        return new Reply(responses, WENT_ON);
    }

    boolean wentOn() {
        return failure.equals(WENT_ON);
    }

    private static boolean hasMore(PushbackInputStream in) throws IOException {
        int next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        return next >= 0;
    }
}

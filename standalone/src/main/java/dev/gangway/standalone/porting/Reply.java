package dev.gangway.standalone.porting;

import dev.gangway.testing.TestResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The responses on a connection.
 *
 * @param responses the responses, interim ones included
 * @param failure how it ended if not well, or ""
 */
record Reply(List<TestResponse> responses, String failure) {
    /** The failure of a connection whose last response was still coming when reading stopped. */
    static final String WENT_ON = "the response had not ended";

    /** How the complaint of the reader begins. */
    private static final String LONG_HEAD = "the head has more than";

    private static final String FULL = "more came than is compared";
    private static final String SILENT = "no more came in time";

    /** Reads the answers to some requests, fewer if the connection ends, or is silent for too long. */
    static Reply read(InputStream in, Duration patience, List<String> methods) {
        List<TestResponse> responses = new ArrayList<>();
        EndAtTimeout patient = new EndAtTimeout(in, patience);
        PushbackInputStream ahead = new PushbackInputStream(patient);
        try {
            int answered = 0;
            int interim = 0;
            while (answered < methods.size() && hasMore(ahead)) {
                TestResponse response = TestResponse.read(ahead, methods.get(answered));
                responses.add(response);
                answered += response.isInterim() ? 0 : 1;
                interim += response.isInterim() ? 1 : 0;
                if (patient.isFull() || interim > Bounds.INTERIM_RESPONSES) {
                    return new Reply(responses, FULL);
                }
                if (patient.isTimedOut()) {
                    return new Reply(responses, WENT_ON);
                }
            }
            return new Reply(responses, patient.isTimedOut() ? SILENT : "");
        } catch (IOException e) {
            return new Reply(responses, failure(patient, e));
        }
    }

    private static String failure(EndAtTimeout patient, IOException e) {
        return patient.isFull() || String.valueOf(e.getMessage()).startsWith(LONG_HEAD)
                ? FULL
                : patient.isTimedOut() ? SILENT : String.valueOf(e.getMessage());
    }

    /** Returns the same responses, of which the last had not ended. */
    Reply whichWentOn() {
        return new Reply(responses, WENT_ON);
    }

    boolean wentOn() {
        return failure.equals(WENT_ON) || isCut();
    }

    /** Tells whether reading ended because more came than {@link Bounds} allows. */
    boolean isCut() {
        return failure.equals(FULL);
    }

    private static boolean hasMore(PushbackInputStream in) throws IOException {
        int next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        return next >= 0;
    }
}

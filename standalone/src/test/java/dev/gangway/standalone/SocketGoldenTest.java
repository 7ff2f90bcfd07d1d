package dev.gangway.standalone;

import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.HostDifference;
import dev.gangway.contract.Transcript;
import java.util.Optional;

/** The transcripts on a socket, where the server itself sees a client that begins TLS on a plain port. */
abstract class SocketGoldenTest extends GoldenTest {
    @Override
    protected Optional<HostDifference> ruledOut(Transcript transcript) {
        return transcript.name().equals("request-lines/one-word-tls-hello")
                ? Optional.of(HostDifference.PLAIN_ANSWER_TO_TLS)
                : Optional.empty();
    }
}

package dev.gangway.servlet;

import dev.gangway.contract.AnswerView;
import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.Host;
import dev.gangway.contract.HostDifference;
import dev.gangway.contract.Transcript;
import java.util.Optional;

class JettyGoldenTest extends GoldenTest {
    @Override
    protected Host host() {
        return ServletHost.jetty();
    }

    @Override
    protected AnswerView view() {
        return new SemanticView();
    }

    @Override
    protected Optional<HostDifference> ruledOut(Transcript transcript) {
        return GoldenDifferences.of(transcript.name(), "jetty");
    }
}

package dev.gangway.servlet;

import dev.gangway.contract.AnswerView;
import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.Host;
import dev.gangway.contract.HostDifference;
import dev.gangway.contract.Transcript;
import java.util.Optional;

class TomcatGoldenTest extends GoldenTest {
    @Override
    protected Host host() {
        return ServletHost.tomcat();
    }

    @Override
    protected AnswerView view() {
        return new SemanticView();
    }

    @Override
    protected Optional<HostDifference> ruledOut(Transcript transcript) {
        return GoldenDifferences.of(transcript.name(), "tomcat");
    }
}

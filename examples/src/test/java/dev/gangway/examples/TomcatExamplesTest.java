package dev.gangway.examples;

import dev.gangway.contract.AnswerView;
import dev.gangway.contract.Host;
import dev.gangway.contract.HostDifference;
import dev.gangway.contract.Transcript;
import dev.gangway.servlet.Containers;
import java.util.Optional;

class TomcatExamplesTest extends ExamplesContract {
    @Override
    Host host() {
        return Containers.tomcat();
    }

    @Override
    AnswerView view() {
        return Containers.view();
    }

    @Override
    Optional<HostDifference> ruledOut(Transcript transcript) {
        return ContainerDifferences.onTomcat(transcript.name());
    }
}

package dev.gangway.servlet;

import dev.gangway.contract.AnswerView;
import dev.gangway.contract.CgiContract;
import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.FilesContract;
import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.HostDifference;
import dev.gangway.contract.RequestContentContract;
import dev.gangway.contract.ResponseContract;
import dev.gangway.contract.StaticFilesContract;
import dev.gangway.contract.Transcript;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** What a handler keeps to in the Tomcat on the class path: the build runs this class on 10.1 and on 11. */
class TomcatContractsTest {
    interface OnTomcat extends OnContainer {
        @Override
        default ServletHost host() {
            return ServletHost.tomcat();
        }
    }

    @Nested
    class Connection extends ConnectionContract implements OnTomcat {}

    @Nested
    class Dispatch extends DispatchContract implements OnTomcat {}

    @Nested
    class RequestContent extends RequestContentContract implements OnTomcat {}

    @Nested
    class Response extends ResponseContract implements OnTomcat {}

    @Nested
    class Files extends FilesContract implements OnTomcat {}

    @Nested
    class StaticFiles extends StaticFilesContract implements OnTomcat {}

    @Nested
    class Cgi extends CgiContract implements OnTomcat {}

    @Nested
    class Servlet extends ServletContract implements OnTomcat {}

    @Nested
    class Golden extends GoldenTest implements OnTomcat {
        @Override
        protected AnswerView view() {
            return new SemanticView();
        }

        @Override
        protected Optional<HostDifference> ruledOut(Transcript transcript) {
            return GoldenDifferences.of(transcript.name(), "tomcat");
        }
    }
}

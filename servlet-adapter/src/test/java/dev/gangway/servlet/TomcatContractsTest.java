package dev.gangway.servlet;

import dev.gangway.contract.AnswerView;
import dev.gangway.contract.CgiLimitsContract;
import dev.gangway.contract.CgiRequestContract;
import dev.gangway.contract.CgiResponseContract;
import dev.gangway.contract.CgiSourcesContract;
import dev.gangway.contract.ChangingFilesContract;
import dev.gangway.contract.ConditionsContract;
import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.FileHooksContract;
import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.HostDifference;
import dev.gangway.contract.ListingsContract;
import dev.gangway.contract.PathsContract;
import dev.gangway.contract.RangesContract;
import dev.gangway.contract.RequestContentContract;
import dev.gangway.contract.ResponseContract;
import dev.gangway.contract.ResponseHeadContract;
import dev.gangway.contract.Transcript;
import dev.gangway.contract.VersionsContract;
import dev.gangway.contract.WholeFilesContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handler keeps to in the Tomcat on the class path: the build runs this class on 10.1 and on 11, and as
 * {@code javax} on 9. */
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
    class ResponseHead extends ResponseHeadContract implements OnTomcat {}

    @Nested
    class WholeFiles extends WholeFilesContract implements OnTomcat {}

    @Nested
    class ChangingFiles extends ChangingFilesContract implements OnTomcat {}

    @Nested
    class Ranges extends RangesContract implements OnTomcat {}

    @Nested
    class Conditions extends ConditionsContract implements OnTomcat {}

    @Nested
    class Paths extends PathsContract implements OnTomcat {}

    @Nested
    class Listings extends ListingsContract implements OnTomcat {}

    @Nested
    class Versions extends VersionsContract implements OnTomcat {}

    @Nested
    class FileHooks extends FileHooksContract implements OnTomcat {}

    @Nested
    class CgiRequest extends CgiRequestContract implements OnTomcat {}

    @Nested
    class CgiResponse extends CgiResponseContract implements OnTomcat {}

    @Nested
    class CgiSources extends CgiSourcesContract implements OnTomcat {}

    @Nested
    class CgiLimits extends CgiLimitsContract implements OnTomcat {}

    @Nested
    class ServletSetup extends ServletSetupContract implements OnTomcat {
        @ParameterizedTest(name = "{0}{1}: {2}")
        @CsvSource({
            "'', /*, /a?, /a?, ''",
            "/ctx, /x/*, /ctx/./x/a, /a, /ctx/x",
            "/ctx, /x/*, /ctx/y/../x/a, /a, /ctx/x"
        })
        void theContainerNormalisesOnlyWhatItMaps(
                String context, String mapping, String target, String path, String mount) throws Exception {
            assertPath(context, mapping, target, path, mount);
        }
    }

    @Nested
    class ServletDispatch extends ServletDispatchContract implements OnTomcat {}

    @Nested
    class ServletProtocol extends ServletProtocolContract implements OnTomcat {}

    @Nested
    class ServletUser extends ServletUserContract implements OnTomcat {}

    @Nested
    class ServletFilter extends ServletFilterContract implements OnTomcat {}

    @Nested
    class ServletConnectionField extends ServletConnectionFieldContract implements OnTomcat {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"keep-alive", "Keep-Alive+X-Hop"})
        void reachTheClientWhereTheyKeepTheConnection(String options) throws Exception {
            assertReachesTheClient(options);
        }
    }

    @Nested
    class ServletConfiguration extends ServletConfigurationContract implements OnTomcat {}

    @Nested
    class ServletSight extends ServletSightContract implements OnTomcat {}

    @Nested
    class ServletTrailers extends ServletTrailersContract implements OnTomcat {}

    @Nested
    class ServletWebSocket extends ServletWebSocketContract implements OnTomcat {}

    @Nested
    class ServletEarlyHints extends ServletEarlyHintsContract implements OnTomcat {
        @Override
        boolean sendsHints() {
            return TomcatContainer.version() >= 11;
        }
    }

    @Nested
    class Golden extends GoldenTest implements OnTomcat {
        @Override
        protected AnswerView view() {
            return new SemanticView();
        }

        @Override
        protected Optional<HostDifference> ruledOut(Transcript transcript) {
            return GoldenDifferences.of(transcript.name(), TomcatContainer.name());
        }
    }
}

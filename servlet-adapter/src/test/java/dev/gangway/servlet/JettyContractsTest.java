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

/** What a handler keeps to in Jetty. */
class JettyContractsTest {
    interface OnJetty extends OnContainer {
        @Override
        default ServletHost host() {
            return ServletHost.jetty();
        }
    }

    @Nested
    class Connection extends ConnectionContract implements OnJetty {}

    @Nested
    class Dispatch extends DispatchContract implements OnJetty {}

    @Nested
    class RequestContent extends RequestContentContract implements OnJetty {}

    @Nested
    class Response extends ResponseContract implements OnJetty {}

    @Nested
    class ResponseHead extends ResponseHeadContract implements OnJetty {}

    @Nested
    class WholeFiles extends WholeFilesContract implements OnJetty {}

    @Nested
    class ChangingFiles extends ChangingFilesContract implements OnJetty {}

    @Nested
    class Ranges extends RangesContract implements OnJetty {}

    @Nested
    class Conditions extends ConditionsContract implements OnJetty {}

    @Nested
    class Paths extends PathsContract implements OnJetty {}

    @Nested
    class Listings extends ListingsContract implements OnJetty {}

    @Nested
    class Versions extends VersionsContract implements OnJetty {}

    @Nested
    class FileHooks extends FileHooksContract implements OnJetty {}

    @Nested
    class CgiRequest extends CgiRequestContract implements OnJetty {}

    @Nested
    class CgiResponse extends CgiResponseContract implements OnJetty {}

    @Nested
    class CgiSources extends CgiSourcesContract implements OnJetty {}

    @Nested
    class CgiLimits extends CgiLimitsContract implements OnJetty {}

    @Nested
    class ServletSetup extends ServletSetupContract implements OnJetty {
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
    class ServletDispatch extends ServletDispatchContract implements OnJetty {}

    @Nested
    class ServletProtocol extends ServletProtocolContract implements OnJetty {}

    @Nested
    class ServletUser extends ServletUserContract implements OnJetty {}

    @Nested
    class ServletFilter extends ServletFilterContract implements OnJetty {}

    @Nested
    class ServletConnectionField extends ServletConnectionFieldContract implements OnJetty {}

    @Nested
    class ServletConfiguration extends ServletConfigurationContract implements OnJetty {}

    @Nested
    class ServletSight extends ServletSightContract implements OnJetty {}

    @Nested
    class ServletTrailers extends ServletTrailersContract implements OnJetty {}

    @Nested
    class ServletWebSocket extends ServletWebSocketContract implements OnJetty {}

    @Nested
    class ServletEarlyHints extends ServletEarlyHintsContract implements OnJetty {}

    @Nested
    class Golden extends GoldenTest implements OnJetty {
        @Override
        protected AnswerView view() {
            return new SemanticView();
        }

        @Override
        protected Optional<HostDifference> ruledOut(Transcript transcript) {
            return GoldenDifferences.of(transcript.name(), "jetty");
        }
    }
}

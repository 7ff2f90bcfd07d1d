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
import dev.gangway.contract.WholeFilesContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handler keeps to in Undertow. */
class UndertowContractsTest {
    interface OnUndertow extends OnContainer {
        @Override
        default ServletHost host() {
            return ServletHost.undertow();
        }
    }

    @Nested
    class Connection extends ConnectionContract implements OnUndertow {}

    @Nested
    class Dispatch extends DispatchContract implements OnUndertow {}

    @Nested
    class RequestContent extends RequestContentContract implements OnUndertow {}

    @Nested
    class Response extends ResponseContract implements OnUndertow {}

    @Nested
    class ResponseHead extends ResponseHeadContract implements OnUndertow {}

    @Nested
    class WholeFiles extends WholeFilesContract implements OnUndertow {}

    @Nested
    class ChangingFiles extends ChangingFilesContract implements OnUndertow {}

    @Nested
    class Ranges extends RangesContract implements OnUndertow {}

    @Nested
    class Conditions extends ConditionsContract implements OnUndertow {}

    @Nested
    class Paths extends PathsContract implements OnUndertow {}

    @Nested
    class Listings extends ListingsContract implements OnUndertow {}

    @Nested
    class FileHooks extends FileHooksContract implements OnUndertow {}

    @Nested
    class CgiRequest extends CgiRequestContract implements OnUndertow {}

    @Nested
    class CgiResponse extends CgiResponseContract implements OnUndertow {}

    @Nested
    class CgiSources extends CgiSourcesContract implements OnUndertow {}

    @Nested
    class CgiLimits extends CgiLimitsContract implements OnUndertow {}

    @Nested
    class ServletSetup extends ServletSetupContract implements OnUndertow {}

    @Nested
    class ServletDispatch extends ServletDispatchContract implements OnUndertow {}

    @Nested
    class ServletProtocol extends ServletProtocolContract implements OnUndertow {}

    @Nested
    class ServletUser extends ServletUserContract implements OnUndertow {}

    @Nested
    class ServletFilter extends ServletFilterContract implements OnUndertow {}

    @Nested
    class ServletConnectionField extends ServletConnectionFieldContract implements OnUndertow {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"keep-alive", "Keep-Alive+X-Hop"})
        void reachTheClientWhereTheyKeepTheConnection(String options) throws Exception {
            assertReachesTheClient(options);
        }
    }

    @Nested
    class ServletConfiguration extends ServletConfigurationContract implements OnUndertow {}

    @Nested
    class ServletSight extends ServletSightContract implements OnUndertow {}

    @Nested
    class ServletWebSocket extends ServletWebSocketContract implements OnUndertow {}

    @Nested
    class Golden extends GoldenTest implements OnUndertow {
        @Override
        protected AnswerView view() {
            return new SemanticView();
        }

        @Override
        protected Optional<HostDifference> ruledOut(Transcript transcript) {
            return GoldenDifferences.of(transcript.name(), "undertow");
        }
    }
}

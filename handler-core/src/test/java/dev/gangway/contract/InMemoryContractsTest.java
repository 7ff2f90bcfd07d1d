package dev.gangway.contract;

import org.junit.jupiter.api.Nested;

/** What a handler keeps to in memory. */
class InMemoryContractsTest {
    interface OnMemory extends OnHost {
        @Override
        default Host host() {
            return new InMemory();
        }
    }

    @Nested
    class Connection extends ConnectionContract implements OnMemory {}

    @Nested
    class Dispatch extends DispatchContract implements OnMemory {}

    @Nested
    class RequestContent extends RequestContentContract implements OnMemory {}

    @Nested
    class Response extends ResponseContract implements OnMemory {}

    @Nested
    class ResponseHead extends ResponseHeadContract implements OnMemory {}

    @Nested
    class WholeFiles extends WholeFilesContract implements OnMemory {}

    @Nested
    class ChangingFiles extends ChangingFilesContract implements OnMemory {}

    @Nested
    class Ranges extends RangesContract implements OnMemory {}

    @Nested
    class Conditions extends ConditionsContract implements OnMemory {}

    @Nested
    class Paths extends PathsContract implements OnMemory {}

    @Nested
    class Listings extends ListingsContract implements OnMemory {}

    @Nested
    class Versions extends VersionsContract implements OnMemory {}

    @Nested
    class FileHooks extends FileHooksContract implements OnMemory {}

    @Nested
    class CgiRequest extends CgiRequestContract implements OnMemory {}

    @Nested
    class CgiResponse extends CgiResponseContract implements OnMemory {}

    @Nested
    class CgiSources extends CgiSourcesContract implements OnMemory {}

    @Nested
    class CgiLimits extends CgiLimitsContract implements OnMemory {}

    @Nested
    class Golden extends GoldenTest implements OnMemory {}
}

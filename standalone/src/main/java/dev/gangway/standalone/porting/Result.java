package dev.gangway.standalone.porting;

import java.util.List;

/**
 * How the answers to one request compare.
 *
 * @param request the request
 * @param differences in the order of the response; empty if there is none
 * @param isAnswered whether a response came from one side at least
 * @param isCut whether more came from one side than is compared
 */
record Result(RequestFile request, List<Difference> differences, boolean isAnswered, boolean isCut) {
    boolean isSame() {
        return differences.isEmpty();
    }
}

package dev.gangway.standalone.porting;

import java.util.List;

/**
 * How the answers to one request compare.
 *
 * @param request what was asked
 * @param differences in the order of the response; empty if there is none
 */
record Result(RequestFile request, List<Difference> differences) {
    boolean isSame() {
        return differences.isEmpty();
    }
}

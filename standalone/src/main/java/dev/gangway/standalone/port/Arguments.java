package dev.gangway.standalone.port;

import java.util.List;
import java.util.Map;

/**
 * The arguments of a call, translated.
 *
 * @param args by position
 * @param keywords by name
 * @param starred whether the last one by position is an array that stands for any number of them
 */
record Arguments(List<Expr> args, Map<String, Expr> keywords, boolean starred) {
    /** The name that stands for {@code **} among those of the keywords. */
    static final String MORE = "**";

    Arguments withoutFirst() {
        return new Arguments(args.subList(1, args.size()), keywords, starred);
    }
}

package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.http.syntax.RequestTarget;
import dev.gangway.http.syntax.SplitTarget;

/** What a target was split into makes the same parts again; the origin form of a target begins with one slash. */
public final class SplitTargetFuzz {
    private SplitTargetFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String target = new FuzzInput(data).text();
        String origin = RequestTarget.originForm(target);
        require(origin.equals(target) || origin.startsWith("/") && !origin.startsWith("//"), target + " is " + origin);
        RequestTarget.hasTrailingSlash(target);
        SplitTarget split;
        try {
            split = SplitTarget.of(target);
        } catch (IllegalArgumentException e) {
            return; // where Python raises ValueError
        }
        String parts = split.scheme() + split.netloc() + split.path() + split.query() + split.fragment();
        require(parts.indexOf('\r') < 0 && parts.indexOf('\n') < 0, "a line end in " + split);
        String joined = split.unsplit();
        if (isPlain(split)) {
            require(SplitTarget.of(joined).equals(split), split + " joins to " + joined);
        }
    }

    /** Whether Python, too, can tell the parts apart once they are joined. */
    private static boolean isPlain(SplitTarget split) {
        return split.path().isEmpty()
                || split.path().startsWith("/") && !split.path().startsWith("//");
    }
}

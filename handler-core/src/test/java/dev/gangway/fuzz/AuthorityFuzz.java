package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.http.syntax.Authority;
import java.util.regex.Pattern;

/** A host and port is what the rules of RFC 3986 §3.2 derive, written here once more as an expression. */
public final class AuthorityFuzz {
    private static final String H16 = "[0-9A-Fa-f]{1,4}";
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String IPV4 = "(?:" + OCTET + "\\.){3}" + OCTET;
    private static final String LS32 = "(?:" + H16 + ":" + H16 + "|" + IPV4 + ")";
    private static final String IPV6 = String.join(
            "|",
            "(?:" + H16 + ":){6}" + LS32,
            "::(?:" + H16 + ":){5}" + LS32,
            "(?:" + H16 + ")?::(?:" + H16 + ":){4}" + LS32,
            "(?:(?:" + H16 + ":){0,1}" + H16 + ")?::(?:" + H16 + ":){3}" + LS32,
            "(?:(?:" + H16 + ":){0,2}" + H16 + ")?::(?:" + H16 + ":){2}" + LS32,
            "(?:(?:" + H16 + ":){0,3}" + H16 + ")?::" + H16 + ":" + LS32,
            "(?:(?:" + H16 + ":){0,4}" + H16 + ")?::" + LS32,
            "(?:(?:" + H16 + ":){0,5}" + H16 + ")?::" + H16,
            "(?:(?:" + H16 + ":){0,6}" + H16 + ")?::");
    private static final String NAME = "[A-Za-z0-9\\-._~!$&'()*+,;=]";
    private static final Pattern AUTHORITY = Pattern.compile("(?:\\[(?:" + IPV6 + "|[vV][0-9A-Fa-f]+\\.(?:" + NAME
            + "|:)+)\\]|(?:" + NAME + "|%[0-9A-Fa-f]{2})*+)(?::0*+([0-9]{0,5}))?");

    private AuthorityFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        // An expression of this kind takes a stack as deep as the text is long.
        String text = new FuzzInput(data).text();
        text = text.substring(0, Math.min(text.length(), 200));
        var match = AUTHORITY.matcher(text);
        boolean expected = match.matches()
                && (match.group(1) == null || match.group(1).isEmpty() || Integer.parseInt(match.group(1)) <= 65_535);
        require(Authority.isValid(text) == expected, "an authority: " + expected + ": " + text);
        Authority parsed = Authority.parse(text);
        require((parsed != null) == expected, "parsed: " + parsed + ": " + text);
        if (parsed != null) {
            require(text.startsWith(parsed.host()) && parsed.port() <= 65_535, parsed + ": " + text);
        }
    }
}

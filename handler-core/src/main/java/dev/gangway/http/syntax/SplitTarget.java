package dev.gangway.http.syntax;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * A request target in five parts, as {@code urllib.parse.urlsplit} finds them. A part that is missing is empty, and an empty
 * query or fragment is forgotten with its sign.
 *
 * @param scheme what stands before the first colon, in lower case
 * @param netloc what stands between {@code //} and the next {@code /}, {@code ?} or {@code #}
 * @param path the path, not decoded
 * @param query what follows the first {@code ?}
 * @param fragment what follows the first {@code #}
 */
public record SplitTarget(String scheme, String netloc, String path, String query, String fragment) {
    /** The schemes whose addresses have a netloc, even an empty one ({@code urllib.parse.uses_netloc}). */
    private static final Set<String> WITH_NETLOC = Set.of(
            ("ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh"
                            + " sftp nfs git git+ssh ws wss itms-services")
                    .split(" "));

    /**
     * Splits a target.
     *
     * @param target the target as it was received
     * @return its parts; control characters and spaces before it, and tabs and line ends in it, are dropped
     * @throws IllegalArgumentException where Python raises {@code ValueError}: brackets in the netloc without an IPv6 address
     *     in them, or characters that stand for one of {@code /?#@:}
     */
    public static SplitTarget of(String target) {
        String rest = cleaned(target);
        String scheme = "";
        int colon = rest.indexOf(':');
        if (isScheme(rest, colon)) {
            scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
            rest = rest.substring(colon + 1);
        }
        String netloc = "";
        if (rest.startsWith("//")) {
            int end = endOfNetloc(rest);
            netloc = rest.substring(2, end);
            rest = rest.substring(end);
            checkBrackets(netloc);
        }
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash + 1);
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        checkCharacters(netloc);
        return new SplitTarget(scheme, netloc, mark < 0 ? rest : rest.substring(0, mark), query, fragment);
    }

    /**
     * Exchanges the path.
     *
     * @param other another path
     * @return a target that is otherwise the same
     */
    public SplitTarget withPath(String other) {
        return new SplitTarget(scheme, netloc, other, query, fragment);
    }

    /**
     * Puts the parts together ({@code urllib.parse.urlunsplit}).
     *
     * @return the target; it begins with {@code //} if the path does, and then with {@code ////}
     */
    public String unsplit() {
        StringBuilder target = new StringBuilder(path.length() + netloc.length() + query.length() + 16);
        if (!scheme.isEmpty()) {
            target.append(scheme).append(':');
        }
        boolean isRooted = path.isEmpty() || path.startsWith("/");
        if (!netloc.isEmpty()) {
            target.append("//").append(netloc).append(isRooted ? "" : "/");
        } else if (path.startsWith("//") || (WITH_NETLOC.contains(scheme) && isRooted)) {
            target.append("//");
        }
        target.append(path);
        if (!query.isEmpty()) {
            target.append('?').append(query);
        }
        if (!fragment.isEmpty()) {
            target.append('#').append(fragment);
        }
        return target.toString();
    }

    private static String cleaned(String target) {
        int start = 0;
        while (start < target.length() && target.charAt(start) <= ' ') {
            start++;
        }
        return target.substring(start).replace("\t", "").replace("\r", "").replace("\n", "");
    }

    private static boolean isScheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean isOther = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!isLetter && (i == 0 || !isOther)) {
                return false;
            }
        }
        return end > 0;
    }

    private static int endOfNetloc(String text) {
        int end = 2;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static void checkBrackets(String netloc) {
        int open = netloc.indexOf('[');
        if (open < 0 && netloc.indexOf(']') < 0) {
            return;
        }
        if (open < 0 || netloc.indexOf(']') < 0) {
            throw new IllegalArgumentException("Invalid IPv6 URL: //" + netloc);
        }
        int close = netloc.indexOf(']', open);
        String host = netloc.substring(open + 1, close < 0 ? netloc.length() : close);
        if (host.startsWith("v") ? !host.matches("v[a-fA-F0-9]+\\.(?s:.+)") : !Ipv6Text.isAddress(host)) {
            throw new IllegalArgumentException("no IPv6 address in brackets: //" + netloc);
        }
    }

    /** Refuses characters that compatibility normalisation turns into delimiters. */
    private static void checkCharacters(String netloc) {
        if (netloc.chars().allMatch(c -> c < 0x80)) {
            return;
        }
        String other = netloc.replaceAll("[@:#?]", "");
        String normal = Normalizer.normalize(other, Normalizer.Form.NFKC);
        if (!normal.equals(other) && normal.chars().anyMatch(c -> "/?#@:".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("delimiters in disguise: //" + netloc);
        }
    }
}

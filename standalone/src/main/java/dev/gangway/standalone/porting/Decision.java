package dev.gangway.standalone.porting;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in a Python line that needs a decision.
 *
 * @param pattern what to look for
 * @param advice what to decide, with the numbers of chapters of the porting guide
 */
record Decision(Pattern pattern, String advice) {
    /** All of them, the more telling ones first. */
    static final List<Decision> ALL = List.of(
            of("rfile\\.read\\(\\s*\\)", "reads to the end: readAllBytes() ends with the body (5)"),
            of("rfile\\.read\\(\\s*[^)\\s]", "read(n) is readNBytes(n) (5)"),
            of("[\"']Range[\"']", "ranges are answered already: by hand only with ranges(false) (9)"),
            of(
                    "os\\.path\\.(?:isfile|isdir|exists)|endswith\\([\"']/",
                    "a Path has no slash at its end: see path() (9)"),
            of("super\\([^)]*\\)\\.(do_\\w+)", "the base class has no such method: sendError(501) (15)"),
            of("os\\.chdir", "there is no chdir: directory(Path) (9)"),
            of("FieldStorage|cgi\\.parse_", "forms and uploads: a library (6, 13)"),
            of("SimpleCookie|http\\.cookies|\\bCookie\\.", "cookies: a library to read, a string to write (4, 13)"),
            of("parse_qs|urlparse|unquote", "addresses and queries: a library (6, 13)"),
            of("headers\\[", "None if the field is missing, a KeyError in Python 2: get(name) is null (5, 15)"),
            of(
                    "while\\s+(?:True|1|not self\\.wfile\\.closed)\\b",
                    "goes on until a write throws, as it does in Java (10)"),
            of("format\\s*%\\s*args", "the log in a logger of one's own (11)"),
            of("mimetypes\\.", "types by suffix: extensionsMap(), guessType(path) (9)"),
            of("(?:html|cgi)\\.escape", "html.escape: five replacements (13)"),
            of("time\\.time\\(\\)", "seconds as a float: other digits in Java (15)"),
            of("\\bjson\\.", "JSON: a library (13)"),
            of("[\"']chunked[\"']", "chunks: decoded already; by hand only with decodeChunked(false) (5)"),
            of("self\\.(?:connection|request)\\.", "the socket: see what connection() has (10)"),
            of("send_response\\(\\s*(?:101|HTTPStatus\\.SWITCHING)", "an upgrade: raw streams after 101 (10, 14)"),
            of("[\"']Location[\"']", "a redirect: below a context path on a servlet host (4, 14)"),
            of("_headers_buffer", "pendingHeaders(): strings without line ends (3)"),
            of("self\\.server\\.\\w+", "state on the server: a constructor's argument or an attribute (8)"),
            of("^\\s*global\\s", "a global: static, and thread-safe (8)"),
            of("super\\([^)]*\\)\\.__init__|RequestHandler\\.__init__", "the constructor runs before any request (8)"),
            of("threading\\.|Lock\\(", "threads and locks: java.util.concurrent (8)"),
            of("subprocess|os\\.popen|os\\.system", "another program: ProcessBuilder (11)"),
            of("sys\\.exit|os\\._exit|signal\\.", "exit and signals belong to the program (11)"),
            of("\\.shutdown\\(\\)", "stops the server: not on a servlet host (12)"),
            of("time\\.sleep", "waits: let an interrupt through (10)"),
            of("except\\s*(?:Exception\\b.*)?:", "catches all: let IOException pass (15)"),
            of(
                    "BrokenPipe|ConnectionReset|ConnectionAborted|ConnectionError|socket\\.error",
                    "ClientGoneException (7)"),
            of("ssl\\.|wrap_socket", "TLS: HTTPSServer (12)"),
            of("shutil\\.copyfileobj", "transferTo(wfile()) (13)"),
            of("\\bprint\\b", "prints: logMessage, or System.out"),
            of("setattr|getattr\\(self", "by name: dispatch(String) or a map (7)"));

    /**
     * Tells whether a line needs this decision.
     *
     * @param line a line of a class
     * @param root the class of http.server that the class extends in the end; a method of that one can be called
     */
    boolean applies(String line, String root) {
        Matcher found = pattern.matcher(line);
        return found.find() && (found.groupCount() == 0 || !KnownMembers.answers(root, found.group(1)));
    }

    private static Decision of(String regex, String advice) {
        return new Decision(Pattern.compile(regex), advice);
    }
}

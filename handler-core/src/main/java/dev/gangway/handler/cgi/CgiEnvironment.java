package dev.gangway.handler.cgi;

import dev.gangway.handler.files.FileNames;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Authority;
import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.RequestTarget;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the variables of a script from a request (RFC 3875 §4.1), as {@link NameText}. Pure: asks neither disk nor system.
 */
public final class CgiEnvironment {
    private static final Set<String> NEVER = Set.of("proxy", "content-type", "content-length");
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization");

    private final CgiRequest request;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private CgiEnvironment(CgiRequest request) {
        this.request = request;
    }

    /**
     * Makes the variables that CPython's {@code CGIHTTPRequestHandler} sets, with the same values.
     *
     * @param request the request
     * @return the variables, in the order in which CPython sets them
     */
    public static Map<String, String> documented(CgiRequest request) {
        return new CgiEnvironment(request).documented();
    }

    /**
     * Makes the variables of RFC 3875, and those beyond it that scripts have come to need.
     *
     * @param request the request
     * @param credentials whether {@code Authorization} and {@code Proxy-Authorization} are passed on
     * @return the variables
     */
    public static Map<String, String> rfc3875(CgiRequest request, boolean credentials) {
        return new CgiEnvironment(request).standard(credentials);
    }

    private Map<String, String> documented() {
        CgiScript script = request.script();
        HTTPMessage headers = request.headers();
        set("SERVER_SOFTWARE", request.software());
        set("SERVER_NAME", request.serverName());
        set("GATEWAY_INTERFACE", "CGI/1.1");
        set("SERVER_PROTOCOL", request.protocolVersion());
        set("SERVER_PORT", Integer.toString(request.serverPort()));
        set("REQUEST_METHOD", request.method());
        // CPython decodes the decoded text once more.
        set("PATH_INFO", CgiPath.unquote(script.pathInfo()));
        set("PATH_TRANSLATED", request.pathTranslated());
        set("SCRIPT_NAME", script.scriptName());
        set("QUERY_STRING", script.query());
        set("REMOTE_ADDR", request.clientHost());
        user(headers.get("Authorization"));
        String type = headers.get("Content-Type");
        set("CONTENT_TYPE", type == null ? headers.getContentType() : type);
        set("CONTENT_LENGTH", headers.get("Content-Length", ""));
        set("HTTP_REFERER", headers.get("Referer", ""));
        set("HTTP_ACCEPT", String.join(",", headers.getAll("Accept")));
        set("HTTP_USER_AGENT", headers.get("User-Agent", ""));
        set(
                "HTTP_COOKIE",
                String.join(
                        ", ",
                        headers.getAll("Cookie").stream()
                                .filter(cookie -> !cookie.isEmpty())
                                .toList()));
        set("REMOTE_HOST", "");
        return variables;
    }

    private Map<String, String> standard(boolean passesCredentials) {
        CgiScript script = request.script();
        HTTPMessage headers = request.headers();
        fields(passesCredentials);
        host();
        set("GATEWAY_INTERFACE", "CGI/1.1");
        set("SERVER_SOFTWARE", request.software());
        set("SERVER_NAME", hostName());
        set("SERVER_PORT", Integer.toString(request.serverPort()));
        set("SERVER_PROTOCOL", request.requestVersion());
        set("REQUEST_METHOD", request.method());
        set("REQUEST_URI", CgiPath.bytes(request.target()));
        set("REQUEST_SCHEME", request.secure() ? "https" : "http");
        if (request.secure()) {
            set("HTTPS", "on");
        }
        set("SCRIPT_NAME", CgiPath.decode(request.mountPath()) + script.scriptName());
        set("SCRIPT_FILENAME", FileNames.wholeText(script.file().toAbsolutePath()));
        set("DOCUMENT_ROOT", FileNames.wholeText(request.documentRoot().toAbsolutePath()));
        set("PATH_INFO", script.pathInfo());
        if (!script.pathInfo().isEmpty()) {
            set("PATH_TRANSLATED", request.pathTranslated());
        }
        set("QUERY_STRING", CgiPath.bytes(script.query()));
        set("REMOTE_ADDR", request.clientHost());
        set("REMOTE_HOST", request.clientHost());
        set("REMOTE_PORT", Integer.toString(request.clientPort()));
        // php-cgi refuses to run without.
        set("REDIRECT_STATUS", "200");
        if (request.hasContent()) {
            setIfGiven("CONTENT_LENGTH", headers.get("Content-Length"));
            setIfGiven("CONTENT_TYPE", headers.get("Content-Type"));
        }
        user(passesCredentials ? headers.get("Authorization") : null);
        return variables;
    }

    /** A host that authenticates users is believed, and the client's word is not. */
    private void user(@Nullable String authorization) {
        HostLogin login = request.hostLogin();
        if (login != null) {
            if (login.scheme() != null) {
                set("AUTH_TYPE", login.scheme());
            }
            if (login.user() != null) {
                set("REMOTE_USER", login.user());
            }
            return;
        }
        Credentials credentials = Credentials.parse(authorization);
        if (credentials != null) {
            set("AUTH_TYPE", credentials.scheme());
            credentials.user().ifPresent(user -> set("REMOTE_USER", user));
        }
    }

    private void fields(boolean passesCredentials) {
        for (Map.Entry<String, String> field : request.headers().items()) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (NEVER.contains(name) || !passesCredentials && SECRET.contains(name) || !isPlain(name)) {
                continue;
            }
            String separator = name.equals("cookie") ? "; " : ", ";
            variables.merge(
                    "HTTP_" + name.toUpperCase(Locale.ROOT).replace('-', '_'),
                    CgiPath.bytes(field.getValue()),
                    (before, more) -> before + separator + more);
        }
    }

    /** Whether no other name becomes the same variable: {@code X_User} must not be taken for {@code X-User}. */
    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }

    /** A target in absolute-form names the host, and {@code Host} is ignored (RFC 9112 §3.2.2). */
    private void host() {
        String authority = RequestTarget.authority(request.target());
        if (authority != null) {
            variables.remove("HTTP_HOST");
            if (!nameIn(authority).isEmpty()) {
                set("HTTP_HOST", authority);
            }
        }
    }

    /** The host that the client asked for, by which it knows this server, else the server's own name. */
    private String hostName() {
        String name = nameIn(variables.getOrDefault("HTTP_HOST", ""));
        return name.isEmpty() ? inBrackets(request.serverName()) : name;
    }

    /** Writes an IPv6 address as {@code Host} has it (RFC 3875 §4.1.14). */
    private static String inBrackets(String name) {
        return name.indexOf(':') < 0 || name.startsWith("[") ? name : "[" + name + "]";
    }

    /** The name or address in a host and port; empty if there is none that every script can take for one. */
    private static String nameIn(String host) {
        Authority authority = Authority.parse(host);
        String name = authority == null ? "" : authority.host();
        return name.chars().allMatch(c -> isPlainHost((char) c)) ? name : "";
    }

    private static boolean isPlainHost(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._[]:".indexOf(c) >= 0;
    }

    private void setIfGiven(String name, @Nullable String value) {
        if (value != null) {
            set(name, CgiPath.bytes(value));
        }
    }

    private void set(String name, String value) {
        variables.put(name, value);
    }
}

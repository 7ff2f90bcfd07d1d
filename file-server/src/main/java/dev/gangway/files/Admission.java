package dev.gangway.files;

import dev.gangway.files.access.Accounts;
import dev.gangway.files.access.Attempts;
import dev.gangway.files.access.BasicCredentials;
import dev.gangway.files.access.WriteOrigin;
import dev.gangway.files.values.PathPrefix;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Decides if a request is served at all, before anything is opened. */
final class Admission {
    private final FileHTTPRequestHandler handler;

    Admission(FileHTTPRequestHandler handler) {
        this.handler = handler;
    }

    /** Returns whether to go on; if not, the request has been answered. */
    boolean check() throws IOException {
        if (CrossOrigin.isPreflight(handler)) {
            CrossOrigin.answerPreflight(handler);
            return false;
        }
        return isLoggedIn() && isBelowPrefix() && isFromHere();
    }

    private boolean isLoggedIn() throws IOException {
        if (handler.authFile() == null && handler.auth().isEmpty()) {
            return true;
        }
        ServerState state = ServerState.of(handler.server());
        Accounts accounts = state.accounts(handler.authFile(), handler.auth());
        BasicCredentials credentials = BasicCredentials.parse(handler.headers().get("Authorization"));
        if (credentials == null && isQuestionOfWindows()) {
            return true;
        }
        if (credentials == null) {
            return refuse(HTTPStatus.UNAUTHORIZED);
        }
        Attempts attempts = state.attempts();
        InetAddress address = handler.clientAddress().getAddress();
        switch (accounts.check(credentials, attempts, address)) {
            case RIGHT -> {
                handler.loggedIn(credentials.name());
                return true;
            }
            case WRONG -> {
                return refuse(HTTPStatus.UNAUTHORIZED);
            }
            case LATER -> {
                handler.addField(
                        "Retry-After", Long.toString(attempts.wait(address).toSeconds() + 1));
                return refuse(HTTPStatus.TOO_MANY_REQUESTS);
            }
            default -> {
                handler.logError("no user can log in: %s", String.valueOf(accounts.problem()));
                return refuse(HTTPStatus.SERVICE_UNAVAILABLE);
            }
        }
    }

    /** Explorer asks what a share can do before it asks the user for a password, and gives up if that is refused. */
    private boolean isQuestionOfWindows() {
        return handler.command().equals("OPTIONS")
                && !handler.webdav().equals("off")
                && !handler.headers().contains("Authorization");
    }

    private boolean refuse(HTTPStatus status) throws IOException {
        if (status == HTTPStatus.UNAUTHORIZED) {
            String realm = handler.realm().replace("\\", "\\\\").replace("\"", "\\\"");
            handler.addField("WWW-Authenticate", "Basic realm=\"" + realm + "\", charset=\"UTF-8\"");
        }
        handler.sendError(status);
        return false;
    }

    private boolean isBelowPrefix() throws IOException {
        String prefix = handler.pathPrefix();
        String target = handler.target();
        if (prefix.isEmpty() || target.equals("*") || PathPrefix.strip(prefix, target) != null) {
            return true;
        }
        handler.sendError(HTTPStatus.NOT_FOUND, "File not found");
        return false;
    }

    /** Whether a request that writes comes from a page of this server, or from no page at all. */
    private boolean isFromHere() throws IOException {
        if (!Methods.writes(handler.command())) {
            return true;
        }
        String authority = RequestTarget.authority(handler.path());
        InetAddress local = handler.connection().localAddress().getAddress();
        String reason = WriteOrigin.refusal(
                handler.headers(),
                authority == null ? host() : authority,
                local != null && local.isLoopbackAddress(),
                handler.hosts());
        if (reason != null) {
            handler.sendError(HTTPStatus.FORBIDDEN, null, reason);
        }
        return reason == null;
    }

    private @Nullable String host() {
        return handler.headers().get("Host");
    }
}

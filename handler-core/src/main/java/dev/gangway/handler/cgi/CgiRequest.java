package dev.gangway.handler.cgi;

import dev.gangway.http.HTTPMessage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The facts for the environment of a script, as plain values.
 *
 * @param script the script
 * @param method the request's method
 * @param target the request's target as the client sent it
 * @param requestVersion the version that the request names
 * @param protocolVersion the version that the handler speaks
 * @param software the value of {@code Server}
 * @param serverName the server's name
 * @param serverPort the server's port
 * @param clientHost the client's address
 * @param clientPort the client's port
 * @param secure whether the connection is encrypted
 * @param mountPath the path that the handler is mounted below; "" or begins with a slash
 * @param documentRoot the directory that is served
 * @param pathTranslated the file that {@code PATH_INFO} would mean by itself
 * @param headers the request's fields
 * @param hasContent whether content may follow the head
 * @param hostLogin the user of the host's login; null if the host does not authenticate
 */
public record CgiRequest(
        CgiScript script,
        String method,
        String target,
        String requestVersion,
        String protocolVersion,
        String software,
        String serverName,
        int serverPort,
        String clientHost,
        int clientPort,
        boolean secure,
        String mountPath,
        Path documentRoot,
        String pathTranslated,
        HTTPMessage headers,
        boolean hasContent,
        @Nullable HostLogin hostLogin) {}

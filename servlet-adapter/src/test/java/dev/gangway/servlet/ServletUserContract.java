package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.CGIHTTPRequestHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Principal;
import java.util.EnumSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user that a container has authenticated; here a filter stands for the container's own login. */
abstract class ServletUserContract extends ServletFixture {
    private static final String FORGED = "Authorization: Basic Zm9yZ2VkOnBhc3M=";

    /** Lets everybody in as Ada who asks for {@code X-Login}. */
    private static final class Login extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            boolean in = request.getHeader("X-Login") != null;
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return in ? () -> "Ada" : null;
                        }

                        @Override
                        public String getAuthType() {
                            return in ? HttpServletRequest.BASIC_AUTH : null;
                        }

                        @Override
                        public boolean isUserInRole(String role) {
                            return in && role.equals("engineer");
                        }
                    },
                    response);
        }
    }

    /** Says who asks. */
    public static class Who extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            Principal user = connection().principal();
            String text = (user == null ? "nobody" : user.getName()) + " by "
                    + connection().authType() + " " + connection().isUserInRole("engineer") + " "
                    + connection().isUserInRole("poet");
            sendResponse(200);
            sendHeader("Content-Length", text.length());
            endHeaders();
            wfile().write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void startBehindLogin(HandlerServlet servlet) throws Exception {
        start("", (classes, context) -> {
            context.addFilter("login", new Login())
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
            add(context, "handler", servlet, "/*");
        });
    }

    @Test
    void aHandlerSeesTheUser() throws Exception {
        startBehindLogin(new HandlerServlet(Who::new));
        assertEquals("Ada by BASIC true false", get("/", "X-Login: yes").text());
        assertEquals("nobody by null false false", get("/", FORGED).text());
    }

    @ParameterizedTest(name = "{0}, credentials passed on: {1}")
    @CsvSource({"documented, false", "rfc3875, false", "rfc3875, true"})
    void aScriptSeesTheUserAndBelievesNoClient(String mode, boolean credentials, @TempDir Path root) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path script = Files.createDirectories(root.resolve("cgi-bin")).resolve("who.sh");
        Files.writeString(
                script,
                "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\n'\necho \"${REMOTE_USER-nobody} ${AUTH_TYPE-none}\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        startBehindLogin(new HandlerServlet(() -> {
            CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(root);
            handler.cgiMode(mode);
            handler.cgiAuthorization(credentials);
            return handler;
        }));
        String content = get("/cgi-bin/who.sh", "X-Login: yes", FORGED).text();
        assertEquals("Ada BASIC", content.substring(content.indexOf("\n\n") + 1).strip());
        content = get("/cgi-bin/who.sh", FORGED).text();
        assertEquals(
                "nobody none", content.substring(content.indexOf("\n\n") + 1).strip());
    }
}

package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gangway.http.HTTPMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variables of RFC 3875; those of the documented mode are in the transcripts. */
class CgiEnvironmentTest {
    private static final String TARGET = "/app/cgi-bin/x/a%20b?q=1";

    private static Map<String, String> variables(boolean credentials, String... fields) {
        return variablesOf(TARGET, credentials, fields);
    }

    private static Map<String, String> variablesOf(String target, boolean credentials, String... fields) {
        return CgiEnvironment.rfc3875(request(target, null, fields), credentials);
    }

    private static CgiRequest request(String target, @Nullable HostLogin login, String... fields) {
        HTTPMessage headers = new HTTPMessage();
        for (String field : fields) {
            String[] parts = field.split(": ?", 2);
            headers.add(parts[0], parts[1]);
        }
        CgiScript script = new CgiScript(Path.of("/www/cgi-bin/x"), "/cgi-bin/x", "x", "/a b", "q=1");
        return new CgiRequest(
                script,
                "POST",
                target,
                "HTTP/1.1",
                "HTTP/1.0",
                "Software/1",
                "server.name",
                8080,
                "192.0.2.1",
                1234,
                true,
                "/app",
                Path.of("/www"),
                "/www/a b",
                headers,
                true,
                login);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GATEWAY_INTERFACE,CGI/1.1",
        "SERVER_SOFTWARE,Software/1",
        "SERVER_NAME,server.name",
        "SERVER_PORT,8080",
        "SERVER_PROTOCOL,HTTP/1.1",
        "REQUEST_METHOD,POST",
        "REQUEST_URI,/app/cgi-bin/x/a%20b?q=1",
        "REQUEST_SCHEME,https",
        "HTTPS,on",
        "SCRIPT_NAME,/app/cgi-bin/x",
        "SCRIPT_FILENAME,/www/cgi-bin/x",
        "DOCUMENT_ROOT,/www",
        "PATH_INFO,/a b",
        "PATH_TRANSLATED,/www/a b",
        "QUERY_STRING,q=1",
        "REMOTE_ADDR,192.0.2.1",
        "REMOTE_HOST,192.0.2.1",
        "REMOTE_PORT,1234"
    })
    void tellsOfTheRequest(String name, String value) {
        assertEquals(value, variables(false).get(name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            Host: example.org:81     | SERVER_NAME         | example.org
            Host: [::1]:81           | SERVER_NAME         | [::1]
            Host: <b>                | SERVER_NAME         | server.name
            Content-Type: a/b        | CONTENT_TYPE        | a/b
            Content-Type: a/b        | HTTP_CONTENT_TYPE   | none
            Content-Length: 5        | CONTENT_LENGTH      | 5
            X-Own: x                 | HTTP_X_OWN          | x
            x-own: x                 | HTTP_X_OWN          | x
            X_Own: x                 | HTTP_X_OWN          | none
            X-\u00e9: x              | HTTP_X_\u00c9       | none
            X-Own: caf\u00c3\u00a9   | HTTP_X_OWN          | caf\u00e9
            X-Own: caf\u00e9         | HTTP_X_OWN          | caf\udce9
            Proxy: http://bad        | HTTP_PROXY          | none
            pRoXy: http://bad        | HTTP_PROXY          | none
            Authorization: Basic x   | HTTP_AUTHORIZATION  | none
            Authorization: Basic x   | AUTH_TYPE           | none
            Transfer-Encoding: chunked | CONTENT_LENGTH    | none
            """)
    void tellsOfFields(String field, String name, String value) {
        assertEquals(value, variables(false, field).get(name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "none", textBlock = """
            /cgi-bin/x,                   field:82,       field
            http://target:81/cgi-bin/x,   target:81,      target
            HTTPS://target,               target,         target
            http://target?a=/b,           target,         target
            http://[::1]:81/x,            [::1]:81,       [::1]
            http:///x,                    none,           server.name
            http://user@target/x,         none,           server.name
            http://target:80a/x,          none,           server.name
            http://<b>/x,                 none,           server.name
            """)
    void takesTheHostFromATargetThatNamesIt(String target, String host, String name) {
        Map<String, String> variables = variablesOf(target, false, "Host: field:82");
        assertEquals(host, variables.get("HTTP_HOST"));
        assertEquals(name, variables.get("SERVER_NAME"));
        assertEquals(target, variables.get("REQUEST_URI"));
    }

    @Test
    void joinsFieldsOfOneName() {
        Map<String, String> variables = variables(false, "X-A: 1", "Cookie: a=b", "x-a: 2", "Cookie: c=d");
        assertEquals("1, 2", variables.get("HTTP_X_A"));
        assertEquals("a=b; c=d", variables.get("HTTP_COOKIE"));
    }

    @Test
    void passesCredentialsOnRequest() {
        Map<String, String> variables = variables(true, "Authorization: Basic dXNlcjpwYXNz");
        assertEquals("Basic dXNlcjpwYXNz", variables.get("HTTP_AUTHORIZATION"));
        assertEquals("Basic", variables.get("AUTH_TYPE"));
        assertEquals("user", variables.get("REMOTE_USER"));
        assertNull(variables(true, "Proxy: x").get("HTTP_PROXY"));
    }

    @Test
    void leavesOutWhatIsNotGiven() {
        Map<String, String> variables = variables(false);
        assertFalse(variables.containsKey("CONTENT_LENGTH"));
        assertFalse(variables.containsKey("AUTH_TYPE"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            nullValues = "none",
            value = {"BASIC, Ada Lovelace", "CLIENT_CERT, CN=\u00e4", "none, none"})
    void believesTheHostAndNotTheClient(@Nullable String scheme, @Nullable String user) {
        CgiRequest request = request("/x", new HostLogin(scheme, user), "Authorization: Basic dXNlcjpwYXNz");
        for (Map<String, String> variables :
                List.of(CgiEnvironment.documented(request), CgiEnvironment.rfc3875(request, true))) {
            assertEquals(scheme, variables.get("AUTH_TYPE"));
            assertEquals(user, variables.get("REMOTE_USER"));
        }
    }
}

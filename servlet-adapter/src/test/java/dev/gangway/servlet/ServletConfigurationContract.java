package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the values of attributes come from, and what a wrong one leads to. */
abstract class ServletConfigurationContract extends ServletFixture {
    @AfterEach
    final void clearProperties() {
        System.clearProperty("gangway.greeting");
        System.clearProperty("gangway.count");
        System.clearProperty("gangway.cgiMode");
        System.clearProperty("test.name");
    }

    @Test
    void aSystemPropertyWins() throws Exception {
        System.setProperty("gangway.greeting", "from the command line");
        System.setProperty("gangway.cgiMode", "of another servlet");
        start(new HandlerServlet(), "", "/*", Map.of("handler", Echo.class.getName(), "greeting", "of the servlet"));
        assertTrue(get("/").text().contains("|from the command line|"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "${sys:test.name}      | Ada",
                "<${sys:test.name}>    | <Ada>",
                "$${sys:test.name}     | ${sys:test.name}",
                "${test.name}          | ${test.name}",
                "${sys:test.name} ${x} | Ada ${x}"
            })
    void aValueHoldsPlaceholders(String value, String resolved) throws Exception {
        System.setProperty("test.name", "Ada");
        start(new HandlerServlet(Echo::new), "", "/*", Map.of("greeting", value));
        assertTrue(get("/").text().contains("|" + resolved + "|"), get("/").text());
    }

    @Test
    void aValueHoldsAnEnvironmentVariable() throws Exception {
        Map.Entry<String, String> variable = System.getenv().entrySet().stream()
                .filter(entry -> entry.getValue().matches("[\\w/.:-]+"))
                .findFirst()
                .orElseThrow();
        start(new HandlerServlet(Echo::new), "", "/*", Map.of("greeting", "${env:" + variable.getKey() + "}"));
        assertTrue(get("/").text().contains("|" + variable.getValue() + "|"), get("/").text());
    }

    /** Has a number. */
    public static class Counting extends Echo {
        private int count;

        public int count() {
            return count;
        }

        public void count(int number) {
            if (number < 0) {
                throw new IllegalArgumentException("less than 0: " + number);
            }
            count = number;
        }
    }

    @ParameterizedTest(name = "{0} {1}={2}")
    @CsvSource({
        "init, count, toomany, init-param 'count' of servlet 'under test': 'toomany' is not a whole number",
        "init, count, -1, init-param 'count' of servlet 'under test': less than 0: -1",
        "init, count, ${env:NO_SUCH}, init-param 'count' of servlet 'under test': ${env:NO_SUCH}: there is no environment variable 'NO_SUCH'",
        "init, greeting, ${sys:no.such}, init-param 'greeting' of servlet 'under test': ${sys:no.such}: there is no system property 'no.such'",
        "init, greetings, x, init-param 'greetings' of servlet 'under test': ",
        "init, forwardedPrefix, x, init-param 'forwardedPrefix' of servlet 'under test': 'x' is not true or false",
        "property, count, toomany, system property 'gangway.count': 'toomany' is not a whole number",
        "context, count, toomany, context-param 'gangway.count': 'toomany' is not a whole number"
    })
    void theLogNamesAParameterThatCannotBeRead(String place, String name, String value, String message) {
        if (place.equals("property")) {
            System.setProperty("gangway." + name, value);
        }
        assertFails(
                message,
                () -> start("", (classes, context) -> {
                    if (place.equals("context")) {
                        context.setInitParameter("gangway." + name, value);
                    }
                    var servlet = add(context, "under test", new HandlerServlet(Counting::new), "/*");
                    servlet.setLoadOnStartup(1);
                    if (place.equals("init")) {
                        servlet.setInitParameter(name, value);
                    }
                }));
    }

    /** Answers, and complains. */
    public static class Complaining extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            logError("complaint");
            sendResponse(204);
            endHeaders();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"true, 2", "false, 1"})
    void theAccessLogIsSwitchedOff(String accessLog, int lines) throws Exception {
        RecordingServlet servlet = new RecordingServlet(Complaining::new);
        start(servlet, "", "/*", Map.of("accessLog", accessLog));
        assertEquals(204, get("/").status());
        servlet.awaitIdle();
        List<String> log = servlet.takeLog();
        assertEquals(lines, log.size(), log::toString);
        assertTrue(log.get(0).endsWith("complaint"), log::toString);
    }
}

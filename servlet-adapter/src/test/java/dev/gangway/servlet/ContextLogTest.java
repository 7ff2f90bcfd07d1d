package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A line of a handler in the container's log. */
class ContextLogTest {
    private static final String TOMCAT = "org.apache.catalina.core.ContainerBase.[Tomcat].[localhost].";

    private final List<String> entries = new ArrayList<>();

    /** Writes down all that a formatter can show of an entry. */
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            entries.add(entry.getLoggerName() + " " + entry.getLevel() + " " + entry.getSourceClassName() + "."
                    + entry.getSourceMethodName() + " " + entry.getMessage() + " " + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Logs a line in both ways. */
    private static final class Logging extends GenericServlet {
        private static final long serialVersionUID = 1L;

        @Override
        public void init() {
            ContextLog.of(getServletContext()).log("a {0} line");
            getServletContext().log("a {0} line");
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) {}
    }

    static Stream<Arguments> containers() {
        return Stream.of(
                Arguments.of("Tomcat", new TomcatContainer(), TOMCAT + "[/]", ""),
                Arguments.of("Tomcat", new TomcatContainer(), TOMCAT + "[/app]", "/app"),
                Arguments.of("Undertow", new UndertowContainer(), "io.undertow.servlet", "/app"));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("containers")
    @SuppressWarnings("try") // Starting is all that is asked of the container.
    void looksAsTheContainersOwn(String name, Container container, String logger, String path) throws Exception {
        Logger log = Logger.getLogger(logger);
        container
                .start(path, (classes, context) -> {
                    log.setLevel(Level.ALL);
                    log.addHandler(handler);
                    ServletRegistration.Dynamic servlet = context.addServlet("logging", new Logging());
                    servlet.addMapping("/logging");
                    servlet.setLoadOnStartup(1);
                })
                .close();
        log.removeHandler(handler);
        log.setLevel(null);
        List<String> lines =
                entries.stream().filter(line -> line.contains("{0}")).toList();
        assertEquals(2, lines.size(), lines.toString());
        assertEquals(lines.get(0), lines.get(1));
    }

    @Test
    void goesToTheContainerIfThatIsAnother() {
        List<Object> logged = new ArrayList<>();
        ContextLog.of(Stub.of(ServletContext.class, (method, arguments) -> logged.add(arguments[0])))
                .log("a line");
        assertEquals(List.of("a line"), logged);
    }
}

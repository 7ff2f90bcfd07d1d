package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.Host;
import dev.gangway.contract.RunningHost;
import dev.gangway.servlet.Containers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Python's own {@code xmlrpc.client} gets from the port what it gets from the original: on a socket, in Jetty, in Tomcat. */
class XmlRpcClientTest {
    private static final Map<String, Supplier<Host>> HOSTS = Map.of(
            "HTTPServer",
            () -> new Sockets(Sockets::plain),
            "ThreadingHTTPServer",
            () -> new Sockets(Sockets::threading),
            "Jetty",
            Containers::jetty,
            "Tomcat",
            Containers::tomcat);

    @TestFactory
    Stream<DynamicTest> callsOn() {
        Optional<String> python = Python.any();
        return HOSTS.entrySet().stream()
                .map(host -> DynamicTest.dynamicTest(host.getKey(), () -> {
                    Assumptions.assumeTrue(python.isPresent(), "needs python3");
                    try (RunningHost server = host.getValue().get().start(Examples.factory("XmlRpc", Path.of("")))) {
                        String output = Python.run(
                                python.orElseThrow(),
                                Python.script("call_xml_rpc.py"),
                                Integer.toString(server.port()));
                        assertTrue(output.endsWith("built-in bytes\n"), output);
                    }
                }));
    }
}

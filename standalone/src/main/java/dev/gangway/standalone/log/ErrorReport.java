package dev.gangway.standalone.log;

import dev.gangway.handler.text.EscapedThrowable;
import dev.gangway.handler.text.IpAddress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** The report of an exception in a handler, in the manner of Python's {@code handle_error}. */
public final class ErrorReport {
    private static final String RULE = "-".repeat(40);

    /** Holds nothing. */
    public ErrorReport() {}

    /**
     * Returns several lines without a line end after the last; no message adds one.
     *
     * @param client the client whose request was handled
     * @param error what the handler has thrown
     * @return the lines
     */
    public String of(InetSocketAddress client, Throwable error) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println(RULE);
        lines.println("Exception occurred during processing of request from " + tuple(client));
        EscapedThrowable.of(error).printStackTrace(lines);
        lines.print(RULE);
        return text.toString();
    }

    /** Writes an address as Python prints its own: a tuple, of four for IPv6. */
    private static String tuple(InetSocketAddress address) {
        String rest = address.getAddress() instanceof Inet6Address v6 ? ", 0, " + v6.getScopeId() : "";
        return "('" + IpAddress.text(address) + "', " + address.getPort() + rest + ")";
    }
}

package dev.gangway.standalone;

import java.util.Map;

/**
 * Shows a server to Java's management (JMX), by the name {@code dev.gangway:type=Server,port=8000}. If several servers
 * of a process listen on the same port of different addresses, those behind the first have a key {@code address}, too.
 *
 * <p>A server registers itself if JMX is in use: at once if it is when the server binds, and otherwise up to half a second after a
 * tool such as JConsole has come, as long as the server serves. It counts from then on, or from the moment at which {@link
 * HTTPServer#metrics(String)} was set. Closing the server takes the bean away. Health checks and scrapes do not count.
 */
public interface ServerMXBean {
    /**
     * Returns the address that the server listens on.
     *
     * @return an IP address
     */
    String getAddress();

    /**
     * Returns the port that the server listens on.
     *
     * @return a port
     */
    int getPort();

    /**
     * Tells whether the server is about to stop.
     *
     * @return true after {@link HTTPServer#drain()} or {@link HTTPServer#shutdown()}
     */
    boolean isDraining();

    /**
     * Returns how many connections are open.
     *
     * @return connections
     */
    int getConnections();

    /**
     * Returns how many connections may be open at once.
     *
     * @return connections
     */
    int getMaxConnections();

    /**
     * Returns how many connections were accepted.
     *
     * @return connections
     */
    long getConnectionsTotal();

    /**
     * Returns how many requests were answered.
     *
     * @return requests by the class of their status, from {@code 1xx} to {@code 5xx}
     */
    Map<String, Long> getRequestsTotal();

    /**
     * Returns how long all these requests took.
     *
     * @return seconds
     */
    double getRequestDurationSecondsSum();

    /**
     * Returns how many bytes were sent.
     *
     * @return bytes, heads included
     */
    long getSentBytesTotal();

    /**
     * Returns how often clients have reached limits.
     *
     * @return how often, by the name of the limit: {@code header_timeout} for example
     */
    Map<String, Long> getLimitsReachedTotal();

    /**
     * Returns how many CGI scripts have ended.
     *
     * @return scripts by their outcome: {@code ok} for example
     */
    Map<String, Long> getScriptsTotal();
}

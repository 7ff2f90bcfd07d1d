package dev.gangway.handler.cgi;

import java.util.List;

/** A way to send a signal to groups of processes. Java can signal a single process alone. */
interface GroupSignals {
    /**
     * Sends SIGTERM or SIGKILL to all processes of some groups. A group without processes is no failure.
     *
     * @param groups the numbers of the processes that lead the groups
     * @param force true for SIGKILL
     */
    void send(List<Long> groups, boolean force);
}

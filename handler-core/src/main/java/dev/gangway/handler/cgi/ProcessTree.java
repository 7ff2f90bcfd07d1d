package dev.gangway.handler.cgi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A script's process and those it has started, to be ended together: SIGTERM, and after two seconds SIGKILL.
 *
 * <p>Where the script leads a session of its own, whatever stays in its process group is found even if the one that
 * started it has gone; otherwise its descendants are.
 */
final class ProcessTree {
    private static final long GRACE_MILLIS = 2000;
    private static final long POLL_MILLIS = 10;

    private final Process process;
    private final Optional<GroupSignals> group;

    /** Makes a tree; a script that leads a group can be ended with the group, if there is a way to. */
    ProcessTree(Process process, Optional<GroupSignals> group) {
        this.process = process;
        this.group = group;
    }

    /**
     * Ends all of them. Returns when the script has gone, two seconds and a bit at the latest: whatever else there was may be
     * there as long as the system does not reap it.
     */
    void end() {
        List<ProcessHandle> all = handles();
        signal(all, false);
        boolean interrupted = !await(all, GRACE_MILLIS);
        handles().stream().filter(handle -> !all.contains(handle)).forEach(all::add);
        signal(all, true);
        interrupted |= !await(List.of(process.toHandle()), GRACE_MILLIS);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Process process() {
        return process;
    }

    /** Ends all processes of several trees at once. */
    static void kill(Collection<ProcessTree> trees) {
        List<ProcessHandle> all = new ArrayList<>();
        trees.forEach(tree -> all.addAll(tree.handles()));
        Map<GroupSignals, List<Long>> groups = new HashMap<>();
        trees.forEach(tree -> tree.group.ifPresent(signals ->
                groups.computeIfAbsent(signals, none -> new ArrayList<>()).add(tree.process.pid())));
        groups.forEach((signals, leaders) -> signals.send(leaders, true));
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> handles() {
        List<ProcessHandle> all = new ArrayList<>();
        all.add(process.toHandle());
        process.descendants().forEach(all::add);
        return all;
    }

    private void signal(List<ProcessHandle> handles, boolean force) {
        group.ifPresent(signals -> signals.send(List.of(process.pid()), force));
        for (ProcessHandle handle : handles) {
            if (force) {
                handle.destroyForcibly();
            } else {
                handle.destroy();
            }
        }
    }

    /** Waits until all have gone; false if the thread was interrupted. */
    private static boolean await(List<ProcessHandle> handles, long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (handles.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

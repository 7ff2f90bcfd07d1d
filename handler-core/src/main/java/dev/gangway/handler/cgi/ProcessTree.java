package dev.gangway.handler.cgi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A script's process and those it has started, to be ended together: SIGTERM, and after two seconds SIGKILL.
 *
 * <p>Where the script leads a session of its own, whatever stays in its process group is found even if the one that
 * started it has gone; otherwise its descendants are.
 */
final class ProcessTree {
    private static final Optional<String> KILL = SystemProgram.find("kill");
    private static final long GRACE_MILLIS = 2000;
    private static final long POLL_MILLIS = 10;
    private static final long KILL_SECONDS = 5;

    private final Process process;
    private final boolean leadsGroup;

    ProcessTree(Process process, boolean leadsGroup) {
        this.process = process;
        this.leadsGroup = leadsGroup && KILL.isPresent();
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
        List<String> groups = trees.stream()
                .filter(tree -> tree.leadsGroup)
                .map(ProcessTree::group)
                .toList();
        if (!groups.isEmpty()) {
            signalGroups("-KILL", groups);
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> handles() {
        List<ProcessHandle> all = new ArrayList<>();
        all.add(process.toHandle());
        process.descendants().forEach(all::add);
        return all;
    }

    private void signal(List<ProcessHandle> handles, boolean force) {
        if (leadsGroup) {
            signalGroups(force ? "-KILL" : "-TERM", List.of(group()));
        }
        for (ProcessHandle handle : handles) {
            if (force) {
                handle.destroyForcibly();
            } else {
                handle.destroy();
            }
        }
    }

    private String group() {
        return "-" + process.pid();
    }

    /** Only a program can signal a group; it fails where no process of the group is left. */
    private static void signalGroups(String signal, List<String> groups) {
        List<String> command = new ArrayList<>(List.of(KILL.orElseThrow(), signal, "--"));
        command.addAll(groups);
        try {
            Process kill = ProcessStart.start(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD));
            kill.getOutputStream().close();
            kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
        } catch (java.io.IOException e) {
            // The handles are left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

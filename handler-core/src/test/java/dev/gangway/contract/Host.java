package dev.gangway.contract;

import dev.gangway.host.HandlerFactory;
import java.util.Set;

/**
 * A host under test: something that runs handlers for clients that send bytes.
 *
 * <p>A host joins the contract with one implementation of this interface and one test class that names the contracts
 * of this package, as {@code InMemoryContractsTest} does.
 */
public interface Host {
    /**
     * Starts serving.
     *
     * @param factory makes the handlers
     * @return the running host, to be closed by the caller
     */
    RunningHost start(HandlerFactory factory) throws Exception;

    /**
     * Returns what this host cannot do or leaves to its container. A test that needs it is reported as skipped, with the
     * difference's reason.
     */
    default Set<HostDifference> differences() {
        return Set.of();
    }

    /**
     * Tells whether this host, or its container, answers a request for this target with 400 before a handler sees it.
     *
     * @param target a target that a handler would serve
     */
    default boolean refuses(String target) {
        return false;
    }
}

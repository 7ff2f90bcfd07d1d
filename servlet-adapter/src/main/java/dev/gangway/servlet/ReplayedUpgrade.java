package dev.gangway.servlet;

import dev.gangway.host.HandlerFactory;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import org.jspecify.annotations.Nullable;

/**
 * Goes on after 101 (Switching Protocols), for the container to make; not for use by applications.
 *
 * <p>A container gives the raw connection only when the servlet has returned, which a handler that goes on reading and
 * writing has not. So the handler is left at its 101, and a new one is run from the beginning on the raw connection: it
 * sees the same request and answers 101 again, which is not sent twice.
 */
public final class ReplayedUpgrade implements HttpUpgradeHandler {
    private @Nullable HandlerFactory factory;
    private @Nullable UpgradedConnection connection;

    /** Made by the container. */
    public ReplayedUpgrade() {}

    void prepare(HandlerFactory handlers, UpgradedConnection prepared) {
        factory = handlers;
        connection = prepared;
    }

    @Override
    public void init(WebConnection web) {
        HandlerFactory handlers = factory;
        UpgradedConnection opened = connection;
        if (handlers == null || opened == null) {
            throw new IllegalStateException("only a HandlerServlet makes use of this class");
        }
        try (web) {
            opened.open(web);
            handlers.get().run(opened);
        } catch (Throwable e) {
            opened.server().handleError(opened, e);
        }
    }

    @Override
    public void destroy() {}
}

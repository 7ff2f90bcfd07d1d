package dev.gangway.sight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The moment at which a client has reached a limit. */
@Name("dev.gangway.LimitReached")
@Label("Limit Reached")
@Description("A client has reached a limit of the server")
@Category("Gangway")
@StackTrace(false)
final class LimitReachedEvent extends Event {
    @Label("Limit")
    @Nullable String limit;

    @Label("Client")
    @Nullable String client;
}

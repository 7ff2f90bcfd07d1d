package dev.gangway.sight;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A connection, from its acceptance to its end. */
@Name("dev.gangway.Connection")
@Label("Connection")
@Description("A connection, from its acceptance to its end")
@Category("Gangway")
@StackTrace(false)
final class ConnectionEvent extends Event {
    @Label("Client")
    @Nullable String client;

    @Label("Secure")
    @Description("Whether the client's connection was encrypted")
    boolean secure;

    @Label("Requests")
    long requests;

    @Label("Bytes")
    @Description("Bytes that were sent, heads included")
    @DataAmount
    long bytes;
}

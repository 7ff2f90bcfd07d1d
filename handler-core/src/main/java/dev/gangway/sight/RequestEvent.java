package dev.gangway.sight;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A request and its response, from the end of the request's head to the end of the response. */
@Name("dev.gangway.Request")
@Label("Request")
@Description("An HTTP request, from the end of its head to the end of the response")
@Category("Gangway")
@StackTrace(false)
final class RequestEvent extends Event {
    @Label("Method")
    @Nullable String method;

    @Label("Path")
    @Nullable String path;

    @Label("Status")
    int status;

    @Label("Bytes")
    @Description("Bytes of the response's content")
    @DataAmount
    long bytes;

    @Label("Client")
    @Nullable String client;
}

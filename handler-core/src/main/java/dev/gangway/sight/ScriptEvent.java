package dev.gangway.sight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A script, from the moment at which it was wanted to the end of its response. */
@Name("dev.gangway.Script")
@Label("Script")
@Description("A CGI script, the time for which it waited for its turn included")
@Category("Gangway")
@StackTrace(false)
final class ScriptEvent extends Event {
    @Label("Script")
    @Description("The path of the script in the URL")
    @Nullable String script;

    @Label("Outcome")
    @Nullable String outcome;

    @Label("Exit Code")
    @Description("Negative if a signal has ended the script, or if it has not ended by itself")
    int exitCode;
}

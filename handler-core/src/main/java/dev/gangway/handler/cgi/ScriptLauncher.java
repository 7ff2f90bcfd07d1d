package dev.gangway.handler.cgi;

import dev.gangway.http.syntax.NameText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to start the processes of scripts. */
interface ScriptLauncher {
    /**
     * Starts a script.
     *
     * @param command the program and its arguments, as {@link NameText}; a program without a slash is looked for in {@code PATH}
     * @param environment all of its variables, their values as {@link NameText}
     * @param folder where it starts, as {@link NameText}; null for where the server did
     * @return its process and those that it starts
     * @throws IOException if it cannot be started
     */
    ProcessTree start(List<String> command, Map<String, String> environment, @Nullable String folder)
            throws IOException;

    /** Returns the best way that there is here. */
    static ScriptLauncher best() {
        return DirectLauncher.find().<ScriptLauncher>map(launcher -> launcher).orElseGet(JavaLauncher::new);
    }
}

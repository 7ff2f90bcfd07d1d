package dev.gangway.porting;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Python's module {@code webbrowser}: asks the desktop to open an address. */
public final class Webbrowser {
    private Webbrowser() {}

    /** Returns {@code webbrowser.open(url)}: whether there was a program to ask. */
    public static boolean open(@Nullable Object url) {
        for (String program : new String[] {"xdg-open", "open"}) {
            try {
                new ProcessBuilder(program, Python.str(url))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return true;
            } catch (IOException e) {
                // not on this machine
            }
        }
        return false;
    }

    /** Returns {@code webbrowser.open_new_tab(url)}. */
    public static boolean openNewTab(@Nullable Object url) {
        return open(url);
    }

    /** Returns {@code webbrowser.open_new(url)}. */
    public static boolean openNew(@Nullable Object url) {
        return open(url);
    }
}

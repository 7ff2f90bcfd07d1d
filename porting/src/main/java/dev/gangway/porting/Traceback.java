package dev.gangway.porting;

/** Python's module {@code traceback}: the exception that is being handled is not known, so there is nothing to print. */
public final class Traceback {
    private Traceback() {}

    /** Returns {@code traceback.format_exc()}: nothing. */
    public static String formatExc() {
        return "";
    }

    /** Does {@code traceback.print_exc()}: nothing. */
    public static void printExc() {}
}

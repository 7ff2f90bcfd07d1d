package dev.gangway.porting;

/** Stands where a statement of Python was not translated. {@code PORTING.txt} lists them, with the reasons. */
public final class UnportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param place the file and the line of the statement, {@code legacy.py:42} for example
     */
    public UnportedException(String place) {
        super("not ported yet: " + place);
    }

    /**
     * Stands for an expression whose Python was not translated, such as the iterable of a loop.
     *
     * @param place the file and the line of the expression
     * @return never
     */
    @SuppressWarnings("DoNotCallSuggester") // callers do not know yet
    public static Object value(String place) {
        throw new UnportedException(place);
    }

    /**
     * Stands for a condition whose Python was not translated.
     *
     * @param place the file and the line of the condition
     * @return never
     */
    @SuppressWarnings("DoNotCallSuggester") // callers do not know yet
    public static boolean condition(String place) {
        throw new UnportedException(place);
    }
}

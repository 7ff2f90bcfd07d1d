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
}

package dev.gangway.porting;

/**
 * A local variable that changes and that an inner function sees, which Java's own variables cannot be.
 *
 * @param <T> the type of the variable
 */
public final class Cell<T> {
    /** The value that the variable has now. */
    public T value;

    /** Makes a variable with its first value. */
    public Cell(T value) {
        this.value = value;
    }
}

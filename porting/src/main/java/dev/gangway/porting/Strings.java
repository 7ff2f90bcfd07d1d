package dev.gangway.porting;

/** Python's module {@code string}; its class is {@link Template}. */
public final class Strings {
    /** {@code string.ascii_lowercase}. */
    public static final String asciiLowercase = "abcdefghijklmnopqrstuvwxyz";
    /** {@code string.ascii_uppercase}. */
    public static final String asciiUppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** {@code string.ascii_letters}. */
    public static final String asciiLetters = asciiLowercase + asciiUppercase;
    /** {@code string.digits}. */
    public static final String digits = "0123456789";
    /** {@code string.hexdigits}. */
    public static final String hexdigits = "0123456789abcdefABCDEF";

    private Strings() {}
}

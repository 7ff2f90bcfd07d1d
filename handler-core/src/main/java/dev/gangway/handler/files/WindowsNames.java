package dev.gangway.handler.files;

import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that Windows reads as something else than a file of that name. */
final class WindowsNames {
    /** Devices, whatever comes after a dot; superscript digits count as digits. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CLOCK\\$|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *([.:].*)?",
            Pattern.DOTALL);

    private static final String RESERVED = "<>:\"|?*";

    private WindowsNames() {}

    /**
     * Checks a name.
     *
     * @return the name; null if it has a separator or a drive, which CPython's {@code translate_path} leaves out
     * @throws InvalidPathException for the stream of a file ({@code a::$DATA}), a device ({@code NUL.txt}), another
     *     spelling of a name ({@code a.} or {@code a } is {@code a}), and characters that no name has
     */
    static @Nullable String checked(String name) {
        boolean drive = name.length() > 1 && name.charAt(1) == ':';
        if (drive || name.indexOf('\\') >= 0 || name.indexOf('/') >= 0) {
            return null;
        }
        char last = name.charAt(name.length() - 1);
        if (last == '.' || last == ' ') {
            throw new InvalidPathException(name, "Another spelling of a name");
        }
        if (DEVICE.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
            throw new InvalidPathException(name, "The name of a device");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || RESERVED.indexOf(c) >= 0) {
                throw new InvalidPathException(name, "A character that no name has");
            }
        }
        return name;
    }
}

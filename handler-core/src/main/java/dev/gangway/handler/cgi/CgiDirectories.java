package dev.gangway.handler.cgi;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/** The directories whose files are scripts. The list takes only paths that a request can lead to. */
public final class CgiDirectories extends AbstractList<String> implements RandomAccess {
    /** The directory that is served itself. */
    public static final String ROOT = "/";

    private final List<String> directories = new ArrayList<>();

    /**
     * Makes a list.
     *
     * @param directories paths below the directory that is served, decoded
     * @throws IllegalArgumentException if {@link #check(String)} refuses one
     */
    public CgiDirectories(Collection<String> directories) {
        directories.forEach(directory -> this.directories.add(checked(directory)));
    }

    /**
     * Checks a path.
     *
     * @param directory {@code /}, or names that each have a slash in front
     * @throws IllegalArgumentException if no path of a request could ever be in it; the message names it and says what is
     *     right
     */
    public static void check(String directory) {
        if (directory.equals(ROOT)) {
            return;
        }
        boolean fits = directory.startsWith("/");
        for (String name : directory.substring(fits ? 1 : 0).split("/", -1)) {
            fits &= !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('\0') < 0;
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "not a CGI directory: \"" + directory
                            + "\"; it is a path that begins with a slash and does not end with one, like \"/cgi-bin\", or \"/\"");
        }
    }

    private static String checked(String directory) {
        check(directory);
        return directory;
    }

    @Override
    public String get(int index) {
        return directories.get(index);
    }

    @Override
    public int size() {
        return directories.size();
    }

    @Override
    public void add(int index, String directory) {
        directories.add(index, checked(directory));
    }

    @Override
    public String set(int index, String directory) {
        return directories.set(index, checked(directory));
    }

    @Override
    public String remove(int index) {
        return directories.remove(index);
    }
}

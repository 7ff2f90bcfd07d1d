package dev.gangway.handler.files;

import dev.gangway.handler.store.FileStore;
import java.nio.file.Path;
import java.util.Locale;

/** Decides which symbolic links below the served directory are followed. */
public enum LinkPolicy {
    /** All of them, to any target, as CPython does. A user who can make a link can show any file. */
    FOLLOW,
    /** Those that lead to something below the served directory. */
    INSIDE,
    /** None: the target of a link counts as missing. */
    NEVER;

    private final String text = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the policy of a name.
     *
     * @param name {@code follow}, {@code inside} or {@code never}
     * @return the policy
     * @throws IllegalArgumentException if there is none of that name
     */
    public static LinkPolicy named(String name) {
        return switch (name) {
            case "follow" -> FOLLOW;
            case "inside" -> INSIDE;
            case "never" -> NEVER;
            default -> throw new IllegalArgumentException("no policy for symbolic links: " + name);
        };
    }

    /**
     * Returns how files below a directory are reached under this policy.
     *
     * @param root the served directory, which may itself be a link
     * @param store what the server keeps of its files
     * @return the files, for one thread
     */
    public FileTree tree(Path root, FileStore store) {
        return this == FOLLOW ? OpenTree.INSTANCE : new ConfinedTree(root, this, store);
    }

    /**
     * Returns the name.
     *
     * @return for example {@code follow}
     */
    @Override
    public String toString() {
        return text;
    }
}

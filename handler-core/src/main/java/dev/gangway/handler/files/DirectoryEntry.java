package dev.gangway.handler.files;

import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * One line of a directory listing.
 *
 * @param name the file's name; each byte that is not UTF-8 is a lone surrogate U+DC80 to U+DCFF
 * @param directory whether it is a directory, or a link to one
 * @param link whether it is a symbolic link
 * @param attributes what the file system says of it, of what it leads to if it is a link; null if it could not be asked
 */
public record DirectoryEntry(
        String name,
        boolean directory,
        boolean link,
        @Nullable BasicFileAttributes attributes) {}

package dev.gangway.handler.files;

/**
 * One line of a directory listing.
 *
 * @param name the file's name; each byte that is not UTF-8 is a lone surrogate U+DC80 to U+DCFF
 * @param directory whether it is a directory, or a link to one
 * @param link whether it is a symbolic link
 */
public record DirectoryEntry(String name, boolean directory, boolean link) {}

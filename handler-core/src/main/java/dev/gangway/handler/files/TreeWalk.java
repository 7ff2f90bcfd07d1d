package dev.gangway.handler.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The way to one file in a {@link ConfinedTree}, and the file at its end. */
interface TreeWalk extends Closeable {
    /** Returns the attributes of the file; it is no link. */
    BasicFileAttributes attributes() throws IOException;

    /** Opens the file for reading. */
    FileChannel open() throws IOException;

    /** Lists the directory at the end. */
    DirectoryStream<Path> list() throws IOException;

    /** Looks at a name in the directory at the end, and at a link itself rather than at its target. */
    BasicFileAttributes attributes(Path name) throws IOException;
}

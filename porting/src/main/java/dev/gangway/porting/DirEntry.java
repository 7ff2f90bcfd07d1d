package dev.gangway.porting;

import java.io.IOException;

/** Python's {@code os.DirEntry}: what {@code os.scandir} finds in a directory. */
public final class DirEntry {
    private final String directory;
    private final String name;

    DirEntry(String directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    /** Returns {@code entry.name}. */
    public String name() {
        return name;
    }

    /** Returns {@code entry.path}. */
    public String path() {
        return OsPath.join(directory, name);
    }

    /** Tells whether {@code entry.is_file()}. */
    public boolean isFile() {
        return OsPath.isfile(path());
    }

    /** Tells whether {@code entry.is_dir()}. */
    public boolean isDir() {
        return OsPath.isdir(path());
    }

    /** Tells whether {@code entry.is_symlink()}. */
    public boolean isSymlink() {
        return OsPath.islink(path());
    }

    /** Returns {@code entry.stat()}. */
    public Stat stat() throws IOException {
        return Os.stat(path());
    }

    @Override
    public String toString() {
        return "<DirEntry " + Python.repr(name) + ">";
    }
}

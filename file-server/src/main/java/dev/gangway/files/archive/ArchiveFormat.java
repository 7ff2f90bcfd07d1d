package dev.gangway.files.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of archives. */
public enum ArchiveFormat {
    /** ZIP, as systems open it without a program. */
    ZIP("zip", "application/zip") {
        @Override
        public ArchiveWriter writer(OutputStream out) {
            return new ZipWriter(out);
        }
    },
    /** A tar archive compressed with gzip. */
    TAR_GZ("tar.gz", "application/gzip") {
        @Override
        public ArchiveWriter writer(OutputStream out) throws IOException {
            return new TarWriter(out);
        }
    };

    private final String suffix;
    private final String contentType;

    ArchiveFormat(String suffix, String contentType) {
        this.suffix = suffix;
        this.contentType = contentType;
    }

    /**
     * Returns the format of a name.
     *
     * @param name {@code zip} or {@code tar.gz}
     * @return the format, or null if there is none of that name
     */
    public static @Nullable ArchiveFormat named(String name) {
        for (ArchiveFormat format : values()) {
            if (format.suffix.equals(name.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        return null;
    }

    /**
     * Returns how the name of an archive ends.
     *
     * @return {@code zip} for example
     */
    public String suffix() {
        return suffix;
    }

    /**
     * Returns the media type.
     *
     * @return {@code application/zip} for example
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Begins an archive.
     *
     * @param out where it goes; closed with the archive
     * @return the archive
     * @throws IOException if it cannot be written
     */
    public abstract ArchiveWriter writer(OutputStream out) throws IOException;
}

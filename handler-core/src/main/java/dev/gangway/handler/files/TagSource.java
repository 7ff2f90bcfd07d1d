package dev.gangway.handler.files;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Locale;

/** The source of the entity tags of files. */
public enum TagSource {
    /** Length, time of modification, and the beginning and the end of the content. Servers with equal copies of a file agree. */
    SAMPLE {
        @Override
        String opaque(Path path, BasicFileAttributes attributes, OpenFile file, FileStore store) throws IOException {
            return EntityTag.opaque(attributes, store.sample(path, attributes, file));
        }
    },
    /** The content alone, all of it. Servers agree whatever the times of their copies are. */
    CONTENT {
        @Override
        String opaque(Path path, BasicFileAttributes attributes, OpenFile file, FileStore store) throws IOException {
            return "\"" + store.digest(path, attributes, file) + "\"";
        }
    },
    /** Length, time of modification, and which file of which device it is. The content is not read. */
    IDENTITY {
        @Override
        String opaque(Path path, BasicFileAttributes attributes, OpenFile file, FileStore store) {
            Object key = attributes.fileKey();
            return EntityTag.opaque(attributes, key == null ? 0 : key.hashCode());
        }
    };

    private final String text = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the source of a name.
     *
     * @param name {@code sample}, {@code content} or {@code identity}
     * @return the source
     * @throws IllegalArgumentException if there is none of that name
     */
    public static TagSource named(String name) {
        return switch (name) {
            case "sample" -> SAMPLE;
            case "content" -> CONTENT;
            case "identity" -> IDENTITY;
            default ->
                throw new IllegalArgumentException(
                        "no source of entity tags: " + name + "; there are sample, content and identity");
        };
    }

    /**
     * Makes the tag of a file. Should the file have been replaced before it was opened, the tag belongs to neither.
     *
     * @param path where the file is
     * @param attributes what the file system said of it before it was opened
     * @param file the open file
     * @param store what its server keeps of files
     * @param now the time of the response
     * @return a tag; weak if the file was modified just before
     * @throws IOException if the file cannot be read
     */
    public EntityTag tag(Path path, BasicFileAttributes attributes, OpenFile file, FileStore store, Instant now)
            throws IOException {
        return new EntityTag(EntityTag.isWarm(attributes, now), opaque(path, attributes, file, store));
    }

    abstract String opaque(Path path, BasicFileAttributes attributes, OpenFile file, FileStore store)
            throws IOException;

    /**
     * Returns the name.
     *
     * @return for example {@code sample}
     */
    @Override
    public String toString() {
        return text;
    }
}

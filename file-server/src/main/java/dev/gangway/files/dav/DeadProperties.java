package dev.gangway.files.dav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that clients give files: in an attribute of the file where the file system has those, so that they survive a restart and
 * go where the file goes; else in memory, as long as the server runs. Any thread may use it.
 */
public final class DeadProperties {
    private static final String ATTRIBUTE = "gangway.dav";
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_FILES = 10_000;

    private final Map<Path, Map<PropertyName, String>> memory = new LinkedHashMap<>();

    /** Makes a place for properties. */
    public DeadProperties() {}

    /**
     * Returns the properties of a file.
     *
     * @param file the file; absolute
     * @return XML by name; not shared
     */
    public synchronized Map<PropertyName, String> of(Path file) {
        Map<PropertyName, String> inMemory = memory.get(file);
        if (inMemory != null) {
            return new LinkedHashMap<>(inMemory);
        }
        try {
            UserDefinedFileAttributeView view = view(file);
            if (view == null || !view.list().contains(ATTRIBUTE)) {
                return new LinkedHashMap<>();
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.min(MAX_BYTES, view.size(ATTRIBUTE)));
            view.read(ATTRIBUTE, bytes);
            return decode(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            return new LinkedHashMap<>(); // a file system without such attributes
        }
    }

    /**
     * Replaces the properties of a file.
     *
     * @param file the file; absolute
     * @param properties XML by name
     * @throws DavException with 507 if there are too many
     */
    public synchronized void set(Path file, Map<PropertyName, String> properties) throws DavException {
        byte[] bytes = encode(properties).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new DavException(507, "The properties of a file may have " + MAX_BYTES + " bytes");
        }
        memory.remove(file);
        try {
            UserDefinedFileAttributeView view = view(file);
            if (view != null) {
                if (properties.isEmpty()) {
                    if (view.list().contains(ATTRIBUTE)) {
                        view.delete(ATTRIBUTE);
                    }
                } else {
                    view.write(ATTRIBUTE, ByteBuffer.wrap(bytes));
                }
                return;
            }
        } catch (IOException | RuntimeException e) {
            // A file system without such attributes, or without room for so many.
        }
        if (!properties.isEmpty()) {
            if (memory.size() >= MAX_FILES) {
                throw new DavException(507, "The server remembers the properties of " + MAX_FILES + " files at most");
            }
            memory.put(file, new LinkedHashMap<>(properties));
        }
    }

    /**
     * Gives a copy the properties of its original, as far as they are in memory; those in attributes are copied with the file.
     *
     * @param from the original, with all that is below it
     * @param to the copy
     * @param moved whether the original is gone
     */
    public synchronized void transfer(Path from, Path to, boolean moved) {
        Map<Path, Map<PropertyName, String>> copies = new HashMap<>();
        List<Path> gone = new ArrayList<>();
        for (Map.Entry<Path, Map<PropertyName, String>> each : memory.entrySet()) {
            if (each.getKey().startsWith(from)) {
                copies.put(to.resolve(from.relativize(each.getKey())).normalize(), each.getValue());
                gone.add(each.getKey());
            }
        }
        if (moved) {
            gone.forEach(memory::remove);
        }
        copies.forEach((path, properties) -> {
            if (memory.size() < MAX_FILES) {
                memory.put(path, new LinkedHashMap<>(properties));
            }
        });
    }

    /**
     * Forgets the properties of a deleted file.
     *
     * @param file the deleted file or directory, with all that was below it
     */
    public synchronized void forget(Path file) {
        memory.keySet().removeIf(path -> path.startsWith(file));
    }

    private static @Nullable UserDefinedFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    }

    private static String encode(Map<PropertyName, String> properties) {
        StringBuilder text = new StringBuilder();
        properties.forEach((name, value) -> text.append(name.namespace())
                .append('\0')
                .append(name.name())
                .append('\0')
                .append(value)
                .append('\0'));
        return text.toString();
    }

    private static Map<PropertyName, String> decode(String text) {
        Map<PropertyName, String> properties = new LinkedHashMap<>();
        String[] words = text.split("\0", -1);
        for (int i = 0; i + 2 < words.length; i += 3) {
            properties.put(new PropertyName(words[i], words[i + 1]), words[i + 2]);
        }
        return properties;
    }
}

package dev.gangway.handler.files;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;

/**
 * A file as it is sent, and its header fields.
 *
 * @param file the file
 * @param attributes what the file system said of it before it was opened. If the file is replaced in between, it goes out
 *     under the tag of the older one, and a client that has that asks for it again; the other way round, the older content
 *     would go by the name of the newer
 * @param type its media type
 * @param fields fields that go with 200, 206 and 304, {@code Vary} for example, in this order
 */
public record Representation(
        Path file, BasicFileAttributes attributes, String type, List<Map.Entry<String, String>> fields) {}

package dev.gangway.porting;

import dev.gangway.http.HTTPMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code cgi.FieldStorage}: the fields of a form, from the content or the query of a request. */
public final class FieldStorage implements Itemized {
    private final List<Field> list = new ArrayList<>();

    /** A field of a form. */
    public static final class Field {
        private final String name;
        private final @Nullable String filename;
        private final byte[] content;
        private final String type;

        Field(String name, @Nullable String filename, byte[] content, String type) {
            this.name = name;
            this.filename = filename;
            this.content = content;
            this.type = type;
        }

        /** Returns {@code field.name}. */
        public String name() {
            return name;
        }

        /** Returns {@code field.filename}: null for a field that is no file. */
        public @Nullable String filename() {
            return filename;
        }

        /** Returns {@code field.value}: bytes for a file, else text. */
        public Object value() {
            return filename == null ? new String(content, StandardCharsets.UTF_8) : content;
        }

        /** Returns {@code field.file}. */
        public PythonFile file() {
            return filename == null ? new StringIO(new String(content, StandardCharsets.UTF_8)) : new BytesIO(content);
        }

        /** Returns {@code field.type}. */
        public String type() {
            return type;
        }
    }

    /** Reads a form: {@code fp}, {@code headers}, {@code environ} and {@code keep_blank_values} are its keywords. */
    public FieldStorage(Keywords keywords) throws IOException {
        boolean blank = keywords.truth("keep_blank_values");
        Object headers = keywords.get("headers");
        Object fp = keywords.get("fp");
        HTTPMessage message = headers instanceof HTTPMessage given ? given : new HTTPMessage();
        if (!(fp instanceof InputStream stream)) {
            return;
        }
        String type = message.contains("Content-Type") ? message.getContentType() : "application/x-www-form-urlencoded";
        byte[] content = stream.readAllBytes();
        String boundary = message.getBoundary();
        if (type.startsWith("multipart/") && boundary != null) {
            parts(content, boundary);
        } else if (type.equals("application/x-www-form-urlencoded")) {
            for (Tuple pair : UrllibParse.parseQsl(new String(content, StandardCharsets.UTF_8), blank)) {
                list.add(new Field(
                        Python.str(pair.get(0)),
                        null,
                        Python.str(pair.get(1)).getBytes(StandardCharsets.UTF_8),
                        "text/plain"));
            }
        }
    }

    private void parts(byte[] content, String boundary) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String[] parts = ("\r\n" + text).split(java.util.regex.Pattern.quote("\r\n--" + boundary), -1);
        for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) {
            int end = parts[i].indexOf("\r\n\r\n");
            if (end < 0) {
                continue;
            }
            HTTPMessage head = new HTTPMessage();
            parts[i].substring(0, end)
                    .lines()
                    .filter(line -> line.contains(":"))
                    .forEach(line -> head.add(
                            line.substring(0, line.indexOf(':')),
                            utf8(line.substring(line.indexOf(':') + 1).strip())));
            String name = head.getParam("name", "content-disposition");
            String filename = head.getParam("filename", "content-disposition");
            byte[] bytes = parts[i].substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
            list.add(new Field(
                    name == null ? "" : name,
                    filename == null || filename.isEmpty() ? null : filename,
                    bytes,
                    head.contains("Content-Type") ? head.getContentType() : "text/plain"));
        }
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Tells whether {@code name in form}. */
    public boolean contains(String name) {
        return list.stream().anyMatch(field -> field.name.equals(name));
    }

    /** Returns {@code form[name]}: a field, or a list of them. */
    @Override
    public @Nullable Object item(@Nullable Object key) {
        List<Field> found = list.stream()
                .filter(field -> field.name.equals(Python.str(key)))
                .toList();
        if (found.isEmpty()) {
            throw new KeyError(key);
        }
        return found.size() == 1 ? found.get(0) : new ArrayList<>(found);
    }

    /** Returns {@code form.getvalue(name)}. */
    public @Nullable Object getvalue(String name) {
        return getvalue(name, null);
    }

    /** Returns {@code form.getvalue(name, other)}. */
    public @Nullable Object getvalue(String name, @Nullable Object other) {
        List<Object> values = list.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .toList();
        return values.isEmpty() ? other : values.size() == 1 ? values.get(0) : new ArrayList<>(values);
    }

    /** Returns {@code form.getfirst(name)}. */
    public @Nullable Object getfirst(String name) {
        return getfirst(name, null);
    }

    /** Returns {@code form.getfirst(name, other)}. */
    public @Nullable Object getfirst(String name, @Nullable Object other) {
        return list.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .findFirst()
                .orElse(Ported.cast(other));
    }

    /** Returns {@code form.getlist(name)}. */
    public List<@Nullable Object> getlist(String name) {
        List<@Nullable Object> values = new ArrayList<>();
        list.stream().filter(field -> field.name.equals(name)).forEach(field -> values.add(field.value()));
        return values;
    }

    /** Returns {@code form.keys()}. */
    public List<String> keys() {
        return new ArrayList<>(list.stream().map(Field::name).distinct().toList());
    }

    /** Returns {@code form.list}. */
    public List<Field> list() {
        return list;
    }
}

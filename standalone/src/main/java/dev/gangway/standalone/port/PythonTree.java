package dev.gangway.standalone.port;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * The syntax tree of a Python module, as the {@code ast} module of an interpreter has it.
 *
 * @param file the module
 * @param python the interpreter's version, its two first numbers
 * @param root the module
 * @param lines the source
 * @param comments comments by line
 * @param trailing the numbers of lines on which a comment follows a statement
 * @param statements how many statements there are
 */
record PythonTree(
        Path file,
        List<Integer> python,
        Node root,
        List<String> lines,
        Map<Integer, String> comments,
        Set<Integer> trailing,
        int statements) {
    private static final String SCRIPT = "python_tree.py";
    private static final int MAX_BYTES = 256 << 20;
    private static final int PATIENCE_SECONDS = 60;

    boolean isPython2() {
        return python.get(0) == 2;
    }

    List<Node> body() {
        return root.list("body");
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /**
     * Reads a module. The interpreter parses it and does not run it.
     *
     * @param file the module
     * @param command the words that start the interpreter
     * @throws IOException if there is no such interpreter, it cannot parse the module, or the file cannot be read
     */
    static PythonTree read(Path file, List<String> command) throws IOException {
        if (!Files.isReadable(file)) {
            Files.newInputStream(file).close(); // throws if it cannot be read
        }
        Path script = Files.createTempFile("gangway-port", ".py");
        try {
            try (InputStream in = PythonTree.class.getResourceAsStream(SCRIPT)) {
                Files.write(script, in == null ? new byte[0] : in.readAllBytes());
            }
            return of(file, run(command, script, file));
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private static JSONObject run(List<String> command, Path script, Path file) throws IOException {
        List<String> words = new java.util.ArrayList<>(command);
        words.addAll(List.of("-S", "-W", "ignore", script.toString(), file.toString()));
        Path errors = Files.createTempFile("gangway-port", ".log");
        try {
            Process process = start(words, command, errors);
            process.getOutputStream().close();
            byte[] out = process.getInputStream().readNBytes(MAX_BYTES);
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " could not read " + file + ": "
                        + lastLine(Files.readString(errors, StandardCharsets.ISO_8859_1)));
            }
            return new JSONObject(new String(out, StandardCharsets.US_ASCII));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (JSONException e) {
            throw new IOException(String.join(" ", command) + " is no Python: it printed no syntax tree", e);
        } finally {
            Files.deleteIfExists(errors);
        }
    }

    private static Process start(List<String> words, List<String> command, Path errors) throws IOException {
        try {
            return new ProcessBuilder(words).redirectError(errors.toFile()).start();
        } catch (IOException e) {
            throw new IOException(
                    "cannot run " + String.join(" ", command) + "; name a Python with --python COMMAND", e);
        }
    }

    private static String lastLine(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "it ended without a word" : lines.get(lines.size() - 1);
    }

    private static PythonTree of(Path file, JSONObject json) throws IOException {
        List<Integer> python = json.getJSONArray("python").toList().stream()
                .map(number -> (Integer) number)
                .toList();
        if (json.has("error")) {
            throw new IOException(file + ":" + json.optInt("line") + ": Python " + python.get(0) + "." + python.get(1)
                    + " says: " + json.getString("error")
                    + (python.get(0) == 3 ? "; for Python 2 give --python python2" : ""));
        }
        Map<Integer, String> comments = new TreeMap<>();
        Set<Integer> trailing = new TreeSet<>();
        JSONArray found = json.getJSONArray("comments");
        for (int i = 0; i < found.length(); i++) {
            JSONArray comment = found.getJSONArray(i);
            comments.put(comment.getInt(0), comment.getString(2));
            if (!comment.getBoolean(1)) {
                trailing.add(comment.getInt(0));
            }
        }
        List<String> lines = json.getJSONArray("lines").toList().stream()
                .map(String::valueOf)
                .toList();
        return new PythonTree(file, python, Node.root(json), lines, comments, trailing, json.getInt("statements"));
    }
}

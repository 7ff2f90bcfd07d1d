package dev.gangway.standalone.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a module whose Java does not compile, however much of it is left. */
class TranslatorTest {
    private static final String MODULE = """
            from http.server import BaseHTTPRequestHandler

            class Table:
                def rows(self):
                    return [1, 2]

            class H(BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(Table().rows()[0])
                    self.end_headers()
            """;

    @TempDir
    Path folder = Path.of("");

    private Translator translator() throws IOException {
        Path file = Files.writeString(folder.resolve("legacy.py"), MODULE);
        try {
            return new Translator(PythonTree.read(file, List.of("python3")), "", true);
        } catch (IOException e) {
            return Assumptions.abort("no python3: " + e.getMessage());
        }
    }

    /** Finds a fault in the first line that holds a text, as the compiler would in Java that the tool has written wrongly. */
    private static CompileCheck faultAt(String text) {
        return new CompileCheck() {
            @Override
            List<Problem> problems(Map<String, Translator.Layout> files, String packageName) {
                for (Map.Entry<String, Translator.Layout> file : files.entrySet()) {
                    List<String> lines = file.getValue().text().lines().toList();
                    for (int i = 0; i < lines.size(); i++) {
                        if (lines.get(i).contains(text)) {
                            return List.of(new Problem(file.getKey(), i + 1, "a fault"));
                        }
                    }
                }
                return super.problems(files, packageName);
            }
        };
    }

    private static String compiled(Map<String, Translator.Layout> files) {
        assertEquals(List.of(), new CompileCheck().problems(files, ""));
        return files.get("H").text();
    }

    @Test
    void leavesAFunctionWhoseHeadDoesNotCompile() throws IOException {
        Translator translator = translator();
        String java = compiled(translator.translate(faultAt("Lists.of(1L")));
        assertTrue(java.contains("throw new UnportedException(\"legacy.py:5\");"), java);
        assertTrue(java.contains("endHeaders();"), java);
    }

    @Test
    void leavesAClassOfWhichNothingCompiles() throws IOException {
        Translator translator = translator();
        String java = compiled(translator.translate(faultAt(" rows(")));
        assertTrue(java.contains("throw new UnportedException(\"legacy.py:3\");"), java);
        assertTrue(java.contains("endHeaders();"), java);
        assertEquals(
                "a fault",
                translator.report().left().stream()
                        .filter(left -> left.line() == 3)
                        .findFirst()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void writesTheMethodsOfAHandlerOfWhichNothingElseCompiles() throws IOException {
        Translator translator = translator();
        String java = compiled(translator.translate(faultAt("final class H")));
        assertTrue(java.contains("public void do_GET() throws IOException {"), java);
        assertTrue(java.contains("throw new UnportedException(\"legacy.py:8\");"), java);
        assertTrue(java.contains("public static void main(String[] args)"), java);
        assertFalse(translator.report().left().isEmpty());
    }
}

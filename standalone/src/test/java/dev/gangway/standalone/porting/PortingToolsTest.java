package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.cli.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tools have in common: help, and complaints about arguments. */
class PortingToolsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return Words.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
    }

    @ParameterizedTest
    @CsvSource({"compare, --help", "compare, -h", "record, --help", "record, -h", "outline, --help", "outline, -h"})
    void printsHelp(String tool, String option) {
        assertEquals(0, run(tool, option));
        String help = out.toString(StandardCharsets.UTF_8);
        assertTrue(help.startsWith("usage: gangway " + tool + " [-h]"), help);
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        List<String> tooLong = help.lines().filter(line -> line.length() > 80).toList();
        assertEquals(List.of(), tooLong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "record", "outline"})
    void explainsEveryOption(String name) {
        Command tool = Words.command(name);
        List<String> unexplained = new ArrayList<>();
        for (Option option : tool.options().getOptions()) {
            String names = (option.getOpt() == null ? "" : "-" + option.getOpt() + ", ") + "--" + option.getLongOpt();
            String argument = option.hasOptionalArg() ? "\\[=[A-Z]+\\]" : option.hasArg() ? " [A-Z]+" : "";
            if (tool.help().lines().noneMatch(line -> line.matches("  " + names + argument + "(  .*)?"))) {
                unexplained.add(names);
            }
        }
        assertEquals(List.of(), unexplained);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            compare http://h                             | the following arguments are required: -r/--requests
            compare -r a                                 | the following arguments are required: SERVER
            compare -r a http://h http://i http://j      | unrecognized arguments: 'http://j'
            compare -r a ftp://x http://h                | argument SERVER: 'ftp://x' is neither http://HOST:PORT nor a command with {port} in it
            compare -r a http://h:70000                  | argument SERVER: 'http://h:70000' is neither http://HOST:PORT nor a command with {port} in it
            compare --nope -r a http://h                 | unrecognized arguments: --nope
            compare http://h -r                          | argument -r/--requests: expected one argument
            compare --ignore http://h                    | ambiguous option: --ignore could match --ignore-header, --ignore-reason, --ignore-body, --ignore-json-layout
            compare -r a --ignore-body ( http://h        | argument --ignore-body: '(' is not a regular expression: Unclosed group
            compare -r a --timeout abc http://h          | argument --timeout: 'abc' is not a number from 1 to 86400, such as 10
            compare -r a --timeout 0 http://h            | argument --timeout: '0' is not a number from 1 to 86400, such as 10
            compare -r a --timeout 999999999 http://h    | argument --timeout: '999999999' is not a number from 1 to 86400, such as 10
            compare -r a --color=blue http://h           | argument --color: 'blue' is neither auto nor always nor never
            record http://h                              | the following arguments are required: -o/--into
            record --into f                              | the following arguments are required: SERVER
            record --into f http://h http://i            | unrecognized arguments: 'http://i'
            record --into f https://h                    | argument SERVER: 'https://h' is not http://HOST:PORT
            record --into f h:8000                       | argument SERVER: 'h:8000' is not http://HOST:PORT
            record --into f localhost                    | argument SERVER: 'localhost' is not http://HOST:PORT
            record --into f http://h:70000               | argument SERVER: 'http://h:70000' is not http://HOST:PORT
            record --into f --port 70000 http://h        | argument -p/--port: '70000' is not a number from 0 to 65535, such as 8001
            record --into f -p -1 http://h               | argument -p/--port: '-1' is not a number from 0 to 65535, such as 8001
            outline                                      | the following arguments are required: FILE
            outline a.py b.py                            | unrecognized arguments: 'b.py'
            outline .                                    | argument FILE: '.' is a folder and no Python module
            outline --port 1 a.py                        | unrecognized arguments: --port
            """)
    void saysWhichArgumentIsWrong(String line, String message) {
        String[] words = line.split(" +", -1);
        assertEquals(2, run(words));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        List<String> said = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(said.get(0).startsWith("usage: gangway " + words[0] + " [-h]"), said.get(0));
        assertTrue(
                said.subList(1, said.size() - 1).stream().allMatch(more -> more.startsWith("    ")), () -> "" + said);
        assertEquals("gangway " + words[0] + ": error: " + message, said.get(said.size() - 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            outline FOLDER/none.py                 | gangway outline: there is no file or folder FOLDER/none.py
            record http://127.0.0.1:1 -o FOLDER/file | gangway record: FOLDER/file is there already, and is no folder
            """)
    void saysWhatIsWrongWithAFile(String line, String message, @TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("file"));
        assertEquals(2, run(line.replace("FOLDER", folder.toString()).split(" +", -1)));
        assertEquals(
                message.replace("FOLDER", folder.toString()),
                err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void saysWhatIsNoPath() {
        assertEquals(2, run("compare", "-r", "a\0b", "http://h"));
        assertTrue(err.toString(StandardCharsets.UTF_8)
                .contains("error: argument -r/--requests: 'a\\x00b' is not a path: Nul character not allowed"));
    }
}

package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files the system can start; {@code ~} stands for LF, {@code ^} for CR, {@code @} for NUL, {@code =} for the folder. */
class ProgramFileTest {
    private static final String NONE = "it is no program of this system";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            #!/bin/sh~echo                  | none
            #!/bin/sh                       | none
            #! /bin/sh -e~                  | none
            #!\t/bin/sh\t-e^~               | none
            #!bin/sh~                       | none
            #!=/script~                     | none
            \u007fELF@                      | none
            \u00ca\u00fe\u00ba\u00be@       | none
            ''                              | it is empty
            echo hello                      | it is no program of this system
            #                               | it is no program of this system
            ~#!/bin/sh~                     | it is no program of this system
            @@@@@@                          | it is no program of this system
            echo @ hello                    | it is no program of this system
            \u00ef\u00bb\u00bf#!/bin/sh~    | a byte order mark stands in front
            \u00ff\u00fe#@!@                | it is text in UTF-16
            \u00fe\u00ff@#@!                | it is text in UTF-16
            #@!@/@                          | it is text in UTF-16
            @#@!@/                          | it is text in UTF-16
            #!                              | its first line names no interpreter
            #!~/bin/sh                      | its first line names no interpreter
            #!^~                            | its first line names no interpreter
            #! \t~                          | its first line names no interpreter
            #!/bin/sh^~echo                 | its first line ends with CR LF
            #!/no/such~                     | its interpreter /no/such does not exist
            #!/no/such^~                    | its interpreter /no/such^ does not exist
            #!/bin~                         | its interpreter /bin is not executable
            #!=/data~                       | its interpreter =/data is not executable
            #!=/text~                       | its interpreter =/text cannot be run: it is no program
            #!=/loop~                       | its interpreter =/loop cannot be run: its interpreter =/loop cannot be
            #!/bin/@sh~                     | there is a NUL byte in its first line
            """)
    void knowsWhatTheSystemCanStart(String content, String fault) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        executable("script", "#!/bin/sh\n");
        executable("text", "echo\n");
        executable("loop", "#!=/loop\n");
        Files.writeString(folder.resolve("data"), "#!/bin/sh\n");
        Path file = executable("x", content);
        String found = ProgramFile.fault(file);
        assertEquals(
                fault,
                found == null
                        ? null
                        : found.substring(0, filled(fault).length())
                                .replace(folder.toString(), "=")
                                .replace('\r', '^'));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"253,", "254, its first line names an interpreter whose path is too long", "9999, its first line names"
    })
    void knowsHowLongAPathMayBe(int length, String fault) throws IOException {
        String found = ProgramFile.fault(executable("x", "#!" + "a".repeat(length) + "\n"));
        assertEquals(fault, found == null ? null : found.substring(0, fault.length()));
    }

    private String filled(String text) {
        return text.replace("~", "\n").replace("^", "\r").replace('@', '\0').replace("=", folder.toString());
    }

    private Path executable(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, filled(content).getBytes(StandardCharsets.ISO_8859_1));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}

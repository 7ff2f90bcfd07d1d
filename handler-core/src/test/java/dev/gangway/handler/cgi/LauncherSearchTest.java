package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A system with the programs of a directory, in which there are the users root (0) and web (33). */
class LauncherSearchTest {
    /** Prints the number of a user, or of whom a launcher says that it runs as. */
    private static final String ID = "case \"$2\" in web) echo 33;; '') echo ${RUN_AS-0};; *) exit 1;; esac";

    /** Runs what follows its own arguments, as a user. */
    private static final String WORKS = "while [ \"$1\" != \"$ID\" ]; do shift; done; RUN_AS=33 exec \"$@\"";

    private static final String STAYS_ROOT = WORKS.replace("RUN_AS=33", "RUN_AS=0");
    private static final String REFUSES = "echo 'setresuid failed: Operation not permitted' >&2; exit 1";

    @TempDir
    Path system = Path.of("");

    @BeforeEach
    void makeId() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        program("id", ID);
    }

    private void program(String name, String body) throws IOException {
        Path file = system.resolve(name);
        Files.writeString(file, "#!/bin/sh\nID=" + system.resolve("id") + "\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Optional<String> find(String name) {
        return Optional.of(system.resolve(name)).filter(Files::exists).map(Path::toString);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4}")
    @CsvSource({
        "web,    works,   works,   none,    works,   setpriv",
        "web,    none,    works,   none,    works,   su-exec",
        "web,    none,    none,    works,   none,    gosu",
        "web,    refuses, none,    none,    works,   runuser",
        "web,    stays,   refuses, refuses, works,   runuser",
        "web,    refuses, refuses, stays,   refuses, none",
        "web,    none,    none,    none,    none,    none",
        "nobody, works,   works,   works,   works,   none"
    })
    void findsTheFirstThatWorks(
            String user, String setpriv, String suExec, String gosu, String runuser, String expected)
            throws IOException {
        String[] names = {"setpriv", "su-exec", "gosu", "runuser"};
        String[] kinds = {setpriv, suExec, gosu, runuser};
        for (int i = 0; i < names.length; i++) {
            if (!kinds[i].equals("none")) {
                program(names[i], kinds[i].equals("works") ? WORKS : kinds[i].equals("stays") ? STAYS_ROOT : REFUSES);
            }
        }
        String found = new LauncherSearch(this::find)
                .find(user)
                .map(command -> Path.of(command.get(0)).getFileName().toString())
                .orElse("none");
        assertEquals(expected, found);
    }

    @ParameterizedTest(name = "groups {0}, status {1}: {2}")
    @CsvSource({
        "33,    Uid:33 33 33 33|Gid:33 33 33 33|Groups:|CapInh:000|CapPrm:000|CapEff:000|CapAmb:000,   unshare",
        "33,    Uid:33 33 33 33|Gid:33 33 33 33|Groups:33|CapInh:000|CapPrm:000|CapEff:000|CapAmb:000, unshare",
        "33 44, Uid:33 33 33 33|Gid:33 33 33 33|Groups:|CapInh:000|CapPrm:000|CapEff:000|CapAmb:000,   setpriv",
        "33,    Uid:33 33 33 33|Gid:33 33 33 33|Groups:0|CapInh:000|CapPrm:000|CapEff:000|CapAmb:000,  setpriv",
        "33,    Uid:33 33 0 33|Gid:33 33 33 33|Groups:|CapInh:000|CapPrm:000|CapEff:000|CapAmb:000,    setpriv",
        "33,    Uid:33 33 33 33|Gid:33 0 33 33|Groups:|CapInh:000|CapPrm:000|CapEff:000|CapAmb:000,    setpriv",
        "33,    Uid:33 33 33 33|Gid:33 33 33 33|Groups:|CapInh:001|CapPrm:000|CapEff:000|CapAmb:000,   setpriv",
        "33,    Uid:33 33 33 33|Gid:33 33 33 33|Groups:|CapInh:000|CapPrm:000|CapEff:000,              setpriv",
        "33,    unshare: unshare failed: Operation not permitted,                                      setpriv"
    })
    void findsTheCheapestIfItLeavesNothingElse(String groups, String status, String expected) throws IOException {
        program("id", "case $1 in -G) echo " + groups + "; exit;; -g) echo 33; exit;; esac\n" + ID);
        program("cat", "exit 1");
        program("unshare", "printf '" + status.replace("|", "\\n") + "\\n'");
        program("setpriv", WORKS);
        assertEquals(
                expected,
                new LauncherSearch(this::find)
                        .find("web")
                        .map(command -> Path.of(command.get(0)).getFileName().toString())
                        .orElse("none"));
    }
}

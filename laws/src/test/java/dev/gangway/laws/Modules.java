package dev.gangway.laws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The modules of this build that have a module descriptor, as they were compiled. */
final class Modules {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /**
     * A module.
     *
     * @param folder its folder
     * @param descriptor what its module-info says
     */
    record Module(Path folder, ModuleDescriptor descriptor) {
        Path classes() {
            return folder.resolve("target/classes");
        }

        Path testClasses() {
            return folder.resolve("target/test-classes");
        }

        /** Returns the packages that users see. */
        Set<String> published() {
            return descriptor.exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        }
    }

    private Modules() {}

    /** Returns all modules, in the order of the build. */
    static List<Module> all() {
        try {
            return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                    .results()
                    .map(MatchResult::group)
                    .map(line -> ROOT.resolve(line.replaceAll("</?module>", "")))
                    .filter(folder -> Files.exists(folder.resolve("src/main/java/module-info.java")))
                    .map(Modules::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Module read(Path folder) {
        Path compiled = folder.resolve("target/classes/module-info.class");
        try (InputStream in = Files.newInputStream(compiled)) {
            return new Module(folder, ModuleDescriptor.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    folder
                            + " is not compiled; a module that is new needs its line in the dependencies of laws/pom.xml",
                    e);
        }
    }
}

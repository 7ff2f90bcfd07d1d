package dev.gangway.laws;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the house: which room knows which, and which types are public. */
class HouseTest {
    private static final String GANGWAY = "dev.gangway.";

    /** A package of the core, and the packages of the core that it may know. A line knows nothing that stands below it. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("http", Set.of()),
            Map.entry("sight", Set.of()),
            Map.entry("host", Set.of("http", "sight")),
            Map.entry("handler.platform", Set.of()),
            Map.entry("handler.spawn", Set.of("handler.platform")),
            Map.entry("http.syntax", Set.of("http")),
            Map.entry("testing", Set.of("http", "http.syntax", "host")),
            Map.entry("handler.text", Set.of("http", "http.syntax")),
            Map.entry("handler.store", Set.of("host")),
            Map.entry("handler.io", Set.of("http", "http.syntax", "handler.text", "handler.store", "host")),
            Map.entry("handler.files", Set.of("http", "http.syntax", "handler.text", "handler.store", "host")),
            Map.entry(
                    "handler.cgi",
                    Set.of(
                            "http",
                            "http.syntax",
                            "handler.text",
                            "handler.store",
                            "handler.files",
                            "handler.platform",
                            "handler.spawn",
                            "host")),
            Map.entry(
                    "handler",
                    Set.of(
                            "http",
                            "http.syntax",
                            "handler.text",
                            "handler.store",
                            "handler.io",
                            "handler.files",
                            "handler.cgi",
                            "handler.platform",
                            "sight",
                            "host")));

    /** The hosts, and what they may not know: handlers, and how messages are parsed. */
    private static final Set<String> HOSTS = Set.of("standalone", "servlet");

    private static final Set<String> STRANGE_TO_HOSTS =
            Set.of("handler", "handler.io", "handler.files", "handler.cgi", "http.syntax", "testing");

    /** Small functions of text that a host may use rather than write a second time. */
    private static final Set<String> OPEN_TO_ALL =
            Set.of("dev.gangway.http.syntax.Grammar", "dev.gangway.http.syntax.PercentCoding");

    private static final List<Modules.Module> MODULES = Modules.all();
    private static final JavaClasses CLASSES = imported(List.of(Modules.Module::classes));

    @Test
    void arrowsPointOneWay() {
        TreeSet<String> broken = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Set<String> known = ARROWS.get(room(type));
            if (known != null) {
                arrows(type)
                        .filter(arrow -> !known.contains(room(arrow.getTargetClass())))
                        .forEach(arrow -> broken.add(show(arrow)));
            }
        }
        assertNone(broken);
    }

    @Test
    void everyRoomOfTheCoreHasItsArrows() {
        Set<String> rooms = rooms(MODULES.get(0));
        assertEquals(new TreeSet<>(ARROWS.keySet()), new TreeSet<>(rooms));
    }

    @Test
    void packagesHaveNoCircles() {
        slices().matching("dev.gangway.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theCoreNeedsTheJdkAlone() {
        TreeSet<String> broken = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (ARROWS.containsKey(room(type))) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> isForeign(arrow.getTargetClass()))
                        .forEach(arrow -> broken.add(show(arrow)));
            }
        }
        assertNone(broken);
    }

    @Test
    void hostsAreThin() {
        TreeSet<String> broken = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (HOSTS.contains(room(type))) {
                arrows(type)
                        .filter(arrow -> STRANGE_TO_HOSTS.contains(room(arrow.getTargetClass())))
                        .filter(arrow ->
                                !OPEN_TO_ALL.contains(arrow.getTargetClass().getName()))
                        .forEach(arrow -> broken.add(show(arrow)));
            }
        }
        assertNone(broken);
    }

    /** A use by a test of another package is one, too. */
    @Test
    void isPublicOnlyIfExportedOrUsedAcrossPackages() {
        JavaClasses users = imported(List.of(Modules.Module::classes, Modules.Module::testClasses));
        Set<String> published =
                MODULES.stream().flatMap(module -> module.published().stream()).collect(Collectors.toSet());
        TreeSet<String> broken = new TreeSet<>();
        for (JavaClass known : CLASSES) {
            JavaClass type = users.get(known.getName());
            boolean isShown =
                    type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass() && !isProgram(type);
            if (isShown && !published.contains(type.getPackageName()) && !isUsedAcrossPackages(type)) {
                broken.add(type.getName());
            }
        }
        assertNone(broken);
    }

    /** Superclasses that are not public are for attributes, never to cut a class in two. */
    @Test
    void hasOneSuperclassAtMostThatIsNotPublic() {
        TreeSet<String> broken = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            List<JavaClass> hidden = type.getAllRawSuperclasses().stream()
                    .filter(above -> isOurs(above) && !above.getModifiers().contains(JavaModifier.PUBLIC))
                    .toList();
            boolean isInOnePackage =
                    hidden.stream().map(JavaClass::getPackageName).distinct().count() < hidden.size();
            if (isInOnePackage) {
                broken.add(type.getName() + " extends " + hidden);
            }
        }
        assertNone(broken);
    }

    /** From the interface of a host to the last of http.server's classes. */
    @Test
    void theStairsHaveSixSteps() {
        JavaClass last = CLASSES.get("dev.gangway.handler.CGIHTTPRequestHandler");
        Set<String> steps = new TreeSet<>();
        Stream.concat(Stream.of(last), last.getAllRawSuperclasses().stream())
                .filter(HouseTest::isOurs)
                .forEach(type -> steps.add(type.getSimpleName()));
        steps.add("Handler");
        assertTrue(steps.size() <= 6, steps::toString);
    }

    /** Other packages may name a type, or a type within it; or get it from a method that they call. */
    private static boolean isUsedAcrossPackages(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(part ->
                        part.getName().equals(type.getName()) || part.getName().startsWith(type.getName() + "$"))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .map(Dependency::getOriginClass)
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()) || isShownBy(user, type));
    }

    private static boolean isShownBy(JavaClass user, JavaClass type) {
        return !user.equals(type)
                && user.getModifiers().contains(JavaModifier.PUBLIC)
                && user.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .anyMatch(method -> method.getRawReturnType().equals(type)
                                || method.getRawParameterTypes().contains(type));
    }

    private static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    private static JavaClasses imported(List<Function<Modules.Module, Path>> folders) {
        return new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .flatMap(module -> folders.stream().map(folder -> folder.apply(module)))
                        .toArray(Path[]::new));
    }

    /** Returns the arrows from a class to another package of ours. */
    private static Stream<Dependency> arrows(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(arrow -> isOurs(arrow.getTargetClass()))
                .filter(arrow -> !arrow.getTargetClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean isForeign(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        Predicate<String> isBelow = name::startsWith;
        return !type.getBaseComponentType().isPrimitive()
                && Stream.of("java.", "jdk.jfr", GANGWAY, "org.jspecify.").noneMatch(isBelow);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith(GANGWAY);
    }

    private static Set<String> rooms(Modules.Module module) {
        return new ClassFileImporter()
                .importPath(module.classes()).stream()
                        .filter(HouseTest::isOurs)
                        .map(HouseTest::room)
                        .collect(Collectors.toSet());
    }

    private static String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(GANGWAY) ? name.substring(GANGWAY.length()) : name;
    }

    private static String show(Dependency arrow) {
        return arrow.getOriginClass().getName() + " -> "
                + arrow.getTargetClass().getName();
    }

    private static void assertNone(Set<String> broken) {
        assertTrue(broken.isEmpty(), () -> "broken by\n  " + String.join("\n  ", broken));
    }
}

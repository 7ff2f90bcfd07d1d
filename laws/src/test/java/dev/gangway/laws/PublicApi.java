package dev.gangway.laws;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down what users of a module can see: the public types of its published packages and their public and protected
 * members, fields after constructors and before methods. What a class has from a superclass that is not public stands with the class.
 */
final class PublicApi {
    private static final int SHOWN = Modifier.PUBLIC | Modifier.PROTECTED;
    private static final int OF_MEMBERS =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL;

    private PublicApi() {}

    static String of(Modules.Module module) throws IOException {
        TreeMap<String, Class<?>> types = new TreeMap<>();
        for (String published : module.published()) {
            Path folder = module.classes().resolve(published.replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".class") && !name.equals("package-info.class")) {
                        Class<?> type = load(published + "." + name.substring(0, name.length() - 6));
                        if (isShown(type)) {
                            types.put(type.getName(), type);
                        }
                    }
                }
            }
        }
        return types.values().stream().map(PublicApi::show).collect(Collectors.joining("\n"));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not on the class path of the laws: " + name, e);
        }
    }

    private static boolean isShown(Class<?> type) {
        for (Class<?> part = type; part != null; part = part.getEnclosingClass()) {
            if ((part.getModifiers() & SHOWN) == 0 || part.isAnonymousClass() || part.isLocalClass()) {
                return false;
            }
        }
        return true;
    }

    private static String show(Class<?> type) {
        TreeMap<String, String> members = new TreeMap<>();
        for (Class<?> part = type; part != null; part = hiddenSuperclass(part)) {
            addMembers(members, part, part == type);
        }
        StringBuilder text = new StringBuilder(head(type)).append('\n');
        members.values().forEach(member -> text.append("    ").append(member).append('\n'));
        return text.toString();
    }

    private static Class<?> hiddenSuperclass(Class<?> type) {
        Class<?> above = type.getSuperclass();
        return above == null || isShown(above) || above.getName().startsWith("java.") ? null : above;
    }

    private static String head(Class<?> type) {
        String kind = type.isAnnotation()
                ? "@interface "
                : type.isInterface() ? "interface " : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
        int left = type.isInterface() || type.isEnum() || type.isRecord()
                ? Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL
                : 0;
        StringBuilder head = new StringBuilder(deprecated(type)).append(modifiers(type.getModifiers() & ~left));
        head.append(type.isSealed() ? "sealed " : "").append(kind).append(type.getName());
        head.append(variables(type.getTypeParameters()));
        Class<?> above = type;
        do {
            above = above.getSuperclass();
        } while (above != null && !isShown(above));
        if (above != null && above != Object.class && !type.isEnum() && !type.isRecord()) {
            head.append(" extends ").append(above.getName());
        }
        String interfaces = Arrays.stream(type.getAnnotatedInterfaces())
                .map(PublicApi::show)
                .collect(Collectors.joining(", "));
        return head.append(interfaces.isEmpty() ? "" : (type.isInterface() ? " extends " : " implements ") + interfaces)
                .toString();
    }

    private static void addMembers(TreeMap<String, String> members, Class<?> type, boolean withConstructors) {
        if (withConstructors) {
            for (Constructor<?> made : type.getDeclaredConstructors()) {
                if (isShown(made)) {
                    String end = type.getSimpleName() + parameters(made);
                    members.put("0" + end, start(made, made) + end);
                }
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isShown(method)) {
                String variables = variables(method.getTypeParameters());
                String end = method.getName() + parameters(method);
                members.put(
                        "2" + end,
                        start(method, method)
                                + (method.isDefault() ? "default " : "")
                                + (variables.isEmpty() ? "" : variables + " ")
                                + show(method.getAnnotatedReturnType())
                                + " "
                                + end);
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (isShown(field)) {
                members.put(
                        "1" + field.getName(),
                        start(field, field) + show(field.getAnnotatedType()) + " " + field.getName());
            }
        }
    }

    private static boolean isShown(Member member) {
        return (member.getModifiers() & SHOWN) != 0 && !member.isSynthetic();
    }

    private static String start(Member member, AnnotatedElement annotated) {
        return deprecated(annotated) + modifiers(member.getModifiers() & OF_MEMBERS);
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers & OF_MEMBERS);
        return text.isEmpty() ? "" : text + " ";
    }

    private static String variables(TypeVariable<?>[] variables) {
        if (variables.length == 0) {
            return "";
        }
        List<String> shown = new ArrayList<>();
        for (TypeVariable<?> variable : variables) {
            String bounds = Arrays.stream(variable.getBounds())
                    .filter(bound -> bound != Object.class)
                    .map(bound -> shorten(bound.getTypeName()))
                    .collect(Collectors.joining(" & "));
            shown.add(variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds));
        }
        return "<" + String.join(", ", shown) + ">";
    }

    private static String parameters(Executable method) {
        String thrown = Arrays.stream(method.getExceptionTypes())
                .map(type -> shorten(type.getTypeName()))
                .sorted()
                .collect(Collectors.joining(", "));
        return Arrays.stream(method.getAnnotatedParameterTypes())
                        .map(PublicApi::show)
                        .collect(Collectors.joining(", ", "(", ")"))
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String show(AnnotatedType type) {
        return TypeText.of(type);
    }

    private static String shorten(String name) {
        return TypeText.shorten(name);
    }
}

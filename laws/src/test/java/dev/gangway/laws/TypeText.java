package dev.gangway.laws;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes types the same way on every JDK: without the packages of {@code java}, with a question mark for what may be null. */
final class TypeText {
    private TypeText() {}

    static String of(AnnotatedType type) {
        boolean nullable = Arrays.stream(type.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
        return plain(type) + (nullable ? "?" : "");
    }

    static String shorten(String name) {
        return name.startsWith("java.") ? name.substring(name.lastIndexOf('.') + 1) : name;
    }

    private static String plain(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            return of(array.getAnnotatedGenericComponentType()) + "[]";
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            String raw = ((ParameterizedType) type.getType()).getRawType().getTypeName();
            return shorten(raw)
                    + Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                            .map(TypeText::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return wildcard(wildcard);
        }
        return shorten(type.getType().getTypeName());
    }

    private static String wildcard(AnnotatedWildcardType type) {
        AnnotatedType[] lower = type.getAnnotatedLowerBounds();
        if (lower.length > 0) {
            return "? super " + of(lower[0]);
        }
        AnnotatedType[] upper = type.getAnnotatedUpperBounds();
        boolean isAny = upper.length == 0 || upper[0].getType() == Object.class;
        return isAny ? "?" : "? extends " + of(upper[0]);
    }
}

package dev.gangway.standalone.port;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.porting.OsPath;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code translate_path}: text with the slash of the target at its end in Python, a {@link Path} that has none in Java. */
final class TranslatedPath {
    private static final Pattern CALL =
            Pattern.compile("OsPath\\.translated\\((this|super)::translatePath, (.*)\\)", Pattern.DOTALL);

    private TranslatedPath() {}

    static boolean is(@Nullable Method method) {
        return method != null
                && method.getName().equals("translatePath")
                && method.getDeclaringClass() == SimpleHTTPRequestHandler.class;
    }

    /** Returns the call as Python's text. */
    static Expr of(String before, String argument, Expressions expressions) {
        String receiver = before.isEmpty() ? "this" : before.substring(0, before.length() - 1);
        return Expr.of(
                expressions.use(OsPath.class) + ".translated(" + receiver + "::translatePath, " + argument + ")",
                Type.STRING);
    }

    /** Returns the call itself where a path is wanted, or null if the text is another expression. */
    static @Nullable Expr plain(Expr text) {
        Matcher call = CALL.matcher(text.text());
        if (!call.matches()) {
            return null;
        }
        String before = call.group(1).equals("super") ? "super." : "";
        return Expr.of(before + "translatePath(" + call.group(2) + ")", Type.java(Path.class));
    }
}

package dev.gangway.servlet;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts environment variables and system properties into the value of a parameter: <code>${env:NAME}</code> and
 * <code>${sys:NAME}</code>. <code>$${</code> stands for <code>${</code>; any other <code>${…}</code> stays as it is, since
 * the value may be meant for another reader.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{(env|sys):([^}]*)\\}");

    private final UnaryOperator<@Nullable String> environment;
    private final UnaryOperator<@Nullable String> properties;

    /**
     * Makes a reader of values.
     *
     * @param environment gives an environment variable by its name, or null
     * @param properties gives a system property by its name, or null
     */
    Placeholders(UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    /**
     * Puts values in place of placeholders. Values are not looked through for placeholders.
     *
     * @throws IllegalArgumentException if a variable or property is not defined; the message names it
     */
    String resolve(String text) {
        if (text.indexOf("${") < 0) {
            return text;
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value(matcher)));
        }
        return matcher.appendTail(resolved).toString();
    }

    private String value(Matcher matcher) {
        String source = matcher.group(1);
        if (source == null) {
            return "${";
        }
        String name = matcher.group(2);
        boolean variable = source.equals("env");
        String value = name.isEmpty() ? null : (variable ? environment : properties).apply(name);
        if (value == null) {
            throw new IllegalArgumentException(matcher.group() + ": there is no "
                    + (variable ? "environment variable" : "system property") + " '" + name + "'");
        }
        return value;
    }
}

package dev.gangway.porting;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code string.Template}. */
public final class Template {
    private static final Pattern NAME =
            Pattern.compile("\\$(?:(\\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\\{([_a-zA-Z][_a-zA-Z0-9]*)\\}|())");

    private final String text;

    /** Makes one of a text. */
    public Template(String template) {
        text = template;
    }

    private String filled(Map<?, ?> values, boolean safe) {
        return NAME.matcher(text).replaceAll(found -> {
            String name = found.group(2) != null ? found.group(2) : found.group(3);
            if (found.group(1) != null) {
                return "\\$";
            }
            if (name == null) {
                if (safe) {
                    return "\\$";
                }
                throw new ValueError("Invalid placeholder in string");
            }
            if (!values.containsKey(name) && safe) {
                return Matcher.quoteReplacement(found.group());
            }
            return Matcher.quoteReplacement(Python.str(Dicts.at(values, name)));
        });
    }

    /** Returns {@code template.substitute(values)}. */
    public String substitute(Map<?, ?> mapping) {
        return filled(mapping, false);
    }

    /** Returns {@code template.substitute(name=value)}. */
    public String substitute(Keywords keywords) {
        return filled(keywords.asMap(), false);
    }

    /** Returns {@code template.safe_substitute(values)}. */
    public String safeSubstitute(Map<?, ?> mapping) {
        return filled(mapping, true);
    }

    /** Returns {@code template.safe_substitute(name=value)}. */
    public String safeSubstitute(Keywords keywords) {
        return filled(keywords.asMap(), true);
    }
}

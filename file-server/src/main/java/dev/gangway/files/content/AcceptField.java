package dev.gangway.files.content;

import dev.gangway.http.syntax.Grammar;
import java.util.List;
import java.util.Locale;

/** Weights in the fields {@code Accept-Encoding} and {@code Accept} (RFC 9110 §12.4.2, §12.5). */
public final class AcceptField {
    private AcceptField() {}

    /**
     * Returns how much a client wants a content coding.
     *
     * @param values the values of {@code Accept-Encoding}; none if the field is missing
     * @param coding the name of the coding in lower case; {@code identity} for none
     * @return 1000 for most, 0 for not at all; 1 for {@code identity} if it is not mentioned but other codings are
     */
    public static int coding(List<String> values, String coding) {
        boolean identity = coding.equals("identity");
        if (values.isEmpty()) {
            return identity ? 1000 : 0; // a client that says nothing may not know any
        }
        int any = -1;
        for (String value : values) {
            for (String element : value.split(",", -1)) {
                String name = name(element);
                if (name.equals(coding) || (coding.equals("gzip") && name.equals("x-gzip"))) {
                    return weight(element);
                }
                any = name.equals("*") ? weight(element) : any;
            }
        }
        return any >= 0 ? any : identity ? 1 : 0;
    }

    /**
     * Returns how much a client wants a media type.
     *
     * @param values the values of {@code Accept}; none if the field is missing
     * @param type the type in lower case, {@code text/html} for example
     * @return 1000 for most, 0 for not at all
     */
    public static int mediaType(List<String> values, String type) {
        if (values.isEmpty()) {
            return 1000;
        }
        int weight = 0;
        int precision = 0;
        String main = type.substring(0, type.indexOf('/')) + "/*";
        for (String value : values) {
            for (String element : value.split(",", -1)) {
                String name = name(element);
                int level = name.equals(type) ? 3 : name.equals(main) ? 2 : name.equals("*/*") ? 1 : 0;
                if (level > precision) {
                    precision = level;
                    weight = weight(element);
                }
            }
        }
        return weight;
    }

    private static String name(String element) {
        int end = element.indexOf(';');
        return Grammar.strip(end < 0 ? element : element.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** Reads the parameter {@code q}, in thousandths; a malformed one counts as 0. */
    private static int weight(String element) {
        String[] parameters = element.split(";", -1);
        for (int i = 1; i < parameters.length; i++) {
            String parameter = Grammar.strip(parameters[i]);
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                return thousandths(parameter.substring(2));
            }
        }
        return 1000;
    }

    private static int thousandths(String text) {
        boolean one = text.startsWith("1");
        if (text.isEmpty()
                || text.length() > 5
                || (!one && !text.startsWith("0"))
                || (text.length() > 1 && text.charAt(1) != '.')) {
            return 0;
        }
        int value = 0;
        for (int i = 0, factor = 1000; i < text.length(); i++) {
            if (i == 1) {
                continue;
            }
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            value += digit * factor;
            factor /= 10;
        }
        return value <= 1000 ? value : 0;
    }
}

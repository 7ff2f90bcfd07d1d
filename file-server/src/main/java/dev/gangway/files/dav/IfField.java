package dev.gangway.files.dav;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code If} (RFC 4918 §10.4).
 *
 * @param lists the lists of conditions, of which one has to hold
 */
public record IfField(List<ConditionList> lists) {
    /**
     * Conditions that hold together.
     *
     * @param resource the address of the resource they are about; null for that of the request
     * @param conditions the conditions
     */
    public record ConditionList(@Nullable String resource, List<Condition> conditions) {}

    /**
     * A condition.
     *
     * @param negated whether it must not be so
     * @param token a lock's token; null if it is about an entity tag
     * @param tag an entity tag; null if it is about a token
     */
    public record Condition(
            boolean negated,
            @Nullable String token,
            @Nullable String tag) {}

    /**
     * Reads the field.
     *
     * @param field its value; null if there is none
     * @return the conditions; without a list if there is no field
     * @throws DavException with 400 if it is malformed
     */
    public static IfField parse(@Nullable String field) throws DavException {
        List<ConditionList> lists = new ArrayList<>();
        if (field == null) {
            return new IfField(lists);
        }
        Scanner scanner = new Scanner(field);
        String resource = null;
        while (!scanner.atEnd()) {
            if (scanner.peek() == '<') {
                resource = scanner.between('<', '>');
            }
            scanner.expect('(');
            List<Condition> conditions = new ArrayList<>();
            while (scanner.peek() != ')') {
                boolean negated = scanner.takesNot();
                conditions.add(
                        scanner.peek() == '['
                                ? new Condition(negated, null, scanner.between('[', ']'))
                                : new Condition(negated, scanner.between('<', '>'), null));
            }
            scanner.expect(')');
            if (conditions.isEmpty()) {
                throw malformed();
            }
            lists.add(new ConditionList(resource, conditions));
        }
        if (lists.isEmpty()) {
            throw malformed();
        }
        return new IfField(lists);
    }

    /**
     * Returns the tokens that the client knows.
     *
     * @return every token in the field
     */
    public Set<String> tokens() {
        Set<String> tokens = new HashSet<>();
        for (ConditionList list : lists) {
            for (Condition condition : list.conditions()) {
                if (condition.token() != null) {
                    tokens.add(condition.token());
                }
            }
        }
        return tokens;
    }

    private static DavException malformed() {
        return new DavException(400, "Malformed If field");
    }

    private static final class Scanner {
        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        private void space() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
        }

        boolean atEnd() {
            space();
            return at == text.length();
        }

        char peek() throws DavException {
            if (atEnd()) {
                throw malformed();
            }
            return text.charAt(at);
        }

        void expect(char c) throws DavException {
            if (peek() != c) {
                throw malformed();
            }
            at++;
        }

        boolean takesNot() throws DavException {
            peek();
            boolean negated = text.regionMatches(true, at, "Not", 0, 3);
            at += negated ? 3 : 0;
            return negated;
        }

        String between(char open, char close) throws DavException {
            expect(open);
            int end = text.indexOf(close, at);
            if (end < 0) {
                throw malformed();
            }
            String found = text.substring(at, end);
            at = end + 1;
            return found;
        }
    }
}

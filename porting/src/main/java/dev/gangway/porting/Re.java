package dev.gangway.porting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Python's module {@code re}, on Java's regular expressions. */
public final class Re {
    /** {@code re.IGNORECASE}. */
    public static final long IGNORECASE = 2;
    /** {@code re.I}. */
    public static final long I = 2;
    /** {@code re.MULTILINE}. */
    public static final long MULTILINE = 8;
    /** {@code re.M}. */
    public static final long M = 8;
    /** {@code re.DOTALL}. */
    public static final long DOTALL = 16;
    /** {@code re.S}. */
    public static final long S = 16;
    /** {@code re.VERBOSE}. */
    public static final long VERBOSE = 64;
    /** {@code re.X}. */
    public static final long X = 64;
    /** {@code re.UNICODE}. */
    public static final long UNICODE = 32;

    private Re() {}

    /** A regular expression that is compiled. */
    public static final class Compiled {
        private final Pattern pattern;
        private final String source;
        private final Map<String, Integer> names = new LinkedHashMap<>();

        Compiled(Object source, long flags) {
            this.source = latin(source);
            try {
                pattern = Pattern.compile(translated(this.source), flags(flags));
            } catch (PatternSyntaxException e) {
                throw new ValueError("regular expression " + this.source + ": " + e.getDescription());
            }
            findNames();
        }

        private static int flags(long flags) {
            return ((flags & IGNORECASE) != 0 ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                    | ((flags & MULTILINE) != 0 ? Pattern.MULTILINE : 0)
                    | ((flags & DOTALL) != 0 ? Pattern.DOTALL : 0)
                    | ((flags & VERBOSE) != 0 ? Pattern.COMMENTS : 0)
                    | Pattern.UNIX_LINES;
        }

        private static String translated(String source) {
            Matcher name = Pattern.compile("\\(\\?P(?:<(\\w+)>|=(\\w+)\\))").matcher(source);
            String named = name.replaceAll(found -> found.group(1) != null
                    ? "(?<" + found.group(1).replace("_", "U95") + ">"
                    : "\\\\k<" + found.group(2).replace("_", "U95") + ">");
            return named.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\Z", "$1\\\\z")
                    .replaceAll("(?<=\\[)(\\^?)\\[", "$1\\\\[");
        }

        private void findNames() {
            int number = 0;
            for (int i = 0; i < source.length(); i++) {
                char c = source.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '[') {
                    i = Math.max(i, source.indexOf(']', i + 2));
                } else if (c == '(' && (!source.startsWith("(?", i) || source.startsWith("(?P<", i))) {
                    number++;
                    if (source.startsWith("(?P<", i)) {
                        names.put(source.substring(i + 4, source.indexOf('>', i)), number);
                    }
                }
            }
        }

        Map<String, Integer> names() {
            return names;
        }

        private @Nullable Match match(boolean found, Matcher matcher, @Nullable Object text) {
            return found ? new Match(matcher.toMatchResult(), this, text instanceof byte[]) : null;
        }

        /** Returns {@code pattern.pattern}. */
        public String pattern() {
            return source;
        }

        /** Returns {@code pattern.match(text)}: at the beginning. */
        public @Nullable Match match(@Nullable Object text) {
            Matcher matcher = pattern.matcher(latin(text));
            return match(matcher.lookingAt(), matcher, text);
        }

        /** Returns {@code pattern.fullmatch(text)}. */
        public @Nullable Match fullmatch(@Nullable Object text) {
            Matcher matcher = pattern.matcher(latin(text));
            return match(matcher.matches(), matcher, text);
        }

        /** Returns {@code pattern.search(text)}. */
        public @Nullable Match search(@Nullable Object text) {
            Matcher matcher = pattern.matcher(latin(text));
            return match(matcher.find(), matcher, text);
        }

        /** Returns {@code pattern.findall(text)}. */
        public List<@Nullable Object> findall(@Nullable Object text) {
            List<@Nullable Object> all = new ArrayList<>();
            for (Match match : finditer(text)) {
                Tuple groups = match.groups();
                all.add(
                        groups.isEmpty()
                                ? match.group()
                                : groups.size() == 1
                                        ? orEmpty(groups.get(0), text)
                                        : Tuple.of(groups.stream()
                                                .map(each -> orEmpty(each, text))
                                                .toArray()));
            }
            return all;
        }

        private static Object orEmpty(@Nullable Object group, @Nullable Object text) {
            return group != null ? group : text instanceof byte[] ? new byte[0] : "";
        }

        /** Returns {@code pattern.finditer(text)}. */
        public List<Match> finditer(@Nullable Object text) {
            List<Match> all = new ArrayList<>();
            Matcher matcher = pattern.matcher(latin(text));
            while (matcher.find()) {
                all.add(new Match(matcher.toMatchResult(), this, text instanceof byte[]));
            }
            return all;
        }

        /** Returns {@code pattern.sub(by, text)}. */
        public String sub(@Nullable Object by, String text) throws IOException {
            return sub(by, text, 0);
        }

        /** Returns {@code pattern.sub(by, text, count)}; 0 is all. */
        public String sub(@Nullable Object by, String text, long count) throws IOException {
            Matcher matcher = pattern.matcher(text);
            StringBuilder out = new StringBuilder();
            int at = 0;
            for (long i = 0; (count == 0 || i < count) && matcher.find(); i++) {
                out.append(text, at, matcher.start());
                Match match = new Match(matcher.toMatchResult(), this, false);
                out.append(
                        by instanceof Function function
                                ? Python.str(function.call(match))
                                : expanded(Python.str(by), match));
                at = matcher.end();
            }
            return out.append(text.substring(at)).toString();
        }

        private static String expanded(String by, Match match) {
            Matcher group = Pattern.compile("\\\\(?:g<(\\w+)>|(\\d{1,2})|(.))", Pattern.DOTALL)
                    .matcher(by);
            return group.replaceAll(found -> {
                String name = found.group(1) != null ? found.group(1) : found.group(2);
                if (name == null) {
                    String c = found.group(3);
                    return Matcher.quoteReplacement(
                            c.equals("n")
                                    ? "\n"
                                    : c.equals("t") ? "\t" : c.equals("r") ? "\r" : c.equals("\\") ? "\\" : "\\" + c);
                }
                Object value = match.group(name.matches("\\d+") ? (Object) Long.parseLong(name) : name);
                return Matcher.quoteReplacement(value == null ? "" : Python.str(value));
            });
        }

        /** Returns {@code pattern.split(text)}. */
        public List<@Nullable Object> split(String text) {
            return split(text, 0);
        }

        /** Returns {@code pattern.split(text, maxsplit)}; 0 is all. */
        public List<@Nullable Object> split(String text, long maxsplit) {
            List<@Nullable Object> parts = new ArrayList<>();
            Matcher matcher = pattern.matcher(text);
            int at = 0;
            for (long i = 0; (maxsplit == 0 || i < maxsplit) && matcher.find(); i++) {
                parts.add(text.substring(at, matcher.start()));
                for (int j = 1; j <= matcher.groupCount(); j++) {
                    parts.add(matcher.group(j));
                }
                at = matcher.end();
            }
            parts.add(text.substring(at));
            return parts;
        }
    }

    private static String latin(@Nullable Object text) {
        if (text instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (text instanceof String plain) {
            return plain;
        }
        throw new TypeError("expected string or bytes-like object, got '" + Repr.type(text) + "'");
    }

    private static Compiled of(@Nullable Object pattern, long flags) {
        return pattern instanceof Compiled compiled
                ? compiled
                : new Compiled(java.util.Objects.requireNonNull(pattern), flags);
    }

    /** Returns {@code re.compile(pattern)}. */
    public static Compiled compile(@Nullable Object pattern) {
        return of(pattern, 0);
    }

    /** Returns {@code re.compile(pattern, flags)}. */
    public static Compiled compile(@Nullable Object pattern, long flags) {
        return of(pattern, flags);
    }

    /** Returns {@code re.match(pattern, text)}. */
    public static @Nullable Match match(@Nullable Object pattern, @Nullable Object string) {
        return of(pattern, 0).match(string);
    }

    /** Returns {@code re.match(pattern, text, flags)}. */
    public static @Nullable Match match(@Nullable Object pattern, @Nullable Object string, long flags) {
        return of(pattern, flags).match(string);
    }

    /** Returns {@code re.fullmatch(pattern, text)}. */
    public static @Nullable Match fullmatch(@Nullable Object pattern, @Nullable Object string) {
        return of(pattern, 0).fullmatch(string);
    }

    /** Returns {@code re.search(pattern, text)}. */
    public static @Nullable Match search(@Nullable Object pattern, @Nullable Object string) {
        return of(pattern, 0).search(string);
    }

    /** Returns {@code re.search(pattern, text, flags)}. */
    public static @Nullable Match search(@Nullable Object pattern, @Nullable Object string, long flags) {
        return of(pattern, flags).search(string);
    }

    /** Returns {@code re.findall(pattern, text)}. */
    public static List<@Nullable Object> findall(@Nullable Object pattern, @Nullable Object string) {
        return of(pattern, 0).findall(string);
    }

    /** Returns {@code re.findall(pattern, text, flags)}. */
    public static List<@Nullable Object> findall(@Nullable Object pattern, @Nullable Object string, long flags) {
        return of(pattern, flags).findall(string);
    }

    /** Returns {@code re.finditer(pattern, text)}. */
    public static List<Match> finditer(@Nullable Object pattern, @Nullable Object string) {
        return of(pattern, 0).finditer(string);
    }

    /** Returns {@code re.sub(pattern, by, text)}. */
    public static String sub(@Nullable Object pattern, @Nullable Object repl, String string) throws IOException {
        return of(pattern, 0).sub(repl, string);
    }

    /** Returns {@code re.sub(pattern, by, text, count)}. */
    public static String sub(@Nullable Object pattern, @Nullable Object repl, String string, long count)
            throws IOException {
        return of(pattern, 0).sub(repl, string, count);
    }

    /** Returns {@code re.split(pattern, text)}. */
    public static List<@Nullable Object> split(@Nullable Object pattern, String string) {
        return of(pattern, 0).split(string);
    }

    /** Returns {@code re.escape(text)}. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean special = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f".indexOf(text.charAt(i)) >= 0;
            escaped.append(special ? "\\" : "").append(text.charAt(i));
        }
        return escaped.toString();
    }
}

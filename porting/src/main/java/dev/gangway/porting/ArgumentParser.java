package dev.gangway.porting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code argparse.ArgumentParser}, with the arguments that servers have. */
public final class ArgumentParser {
    private final List<Argument> arguments = new ArrayList<>();
    private final String description;

    private record Argument(List<String> names, Keywords how) {
        boolean isOption() {
            return names.get(0).startsWith("-");
        }

        String dest() {
            if (how.has("dest")) {
                return Python.str(how.get("dest"));
            }
            String name = names.stream()
                    .filter(each -> each.startsWith("--"))
                    .findFirst()
                    .orElse(names.get(0));
            return name.replaceFirst("^-+", "").replace('-', '_');
        }
    }

    /** Makes one. */
    public ArgumentParser() {
        this(Keywords.NONE);
    }

    /** Makes one with a {@code description}. */
    public ArgumentParser(Keywords keywords) {
        description = Python.str(keywords.get("description", ""));
    }

    /** Does {@code parser.add_argument(name)}. */
    public void addArgument(String name) {
        add(List.of(name), Keywords.NONE);
    }

    /** Does {@code parser.add_argument(name, …)}. */
    public void addArgument(String name, Keywords keywords) {
        add(List.of(name), keywords);
    }

    /** Does {@code parser.add_argument(short, long)}. */
    public void addArgument(String name, String other) {
        add(List.of(name, other), Keywords.NONE);
    }

    /** Does {@code parser.add_argument(short, long, …)}. */
    public void addArgument(String name, String other, Keywords keywords) {
        add(List.of(name, other), keywords);
    }

    private void add(List<String> names, Keywords how) {
        arguments.add(new Argument(names, how));
    }

    private static @Nullable Object value(Argument argument, String word) {
        Object type = argument.how().get("type");
        try {
            return type == null ? word : Python.apply(type, word);
        } catch (ValueError e) {
            throw new ValueError(
                    "argument " + String.join("/", argument.names()) + ": invalid value: " + Python.repr(word));
        }
    }

    /** Returns {@code parser.parse_args()}, of the arguments that {@link Sys} knows. */
    public Namespace parseArgs() {
        try {
            return parse(Sys.argv().subList(1, Sys.argv().size()));
        } catch (ValueError e) {
            System.err.println(Sys.argv().get(0) + ": error: " + e);
            System.exit(2);
            return new Namespace();
        }
    }

    private Namespace parse(List<String> words) {
        Namespace parsed = new Namespace();
        List<Argument> positional = new ArrayList<>();
        for (Argument each : arguments) {
            String action = Python.str(each.how().get("action", "store"));
            parsed.set(
                    each.dest(),
                    each.how().has("default")
                            ? each.how().get("default")
                            : action.equals("store_true")
                                    ? (Object) false
                                    : action.equals("store_false") ? (Object) true : null);
            if (!each.isOption()) {
                positional.add(each);
            }
        }
        List<Argument> open = new ArrayList<>(positional);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            Argument option = arguments.stream()
                    .filter(each -> each.isOption() && each.names().contains(name))
                    .findFirst()
                    .orElse(null);
            if (option == null && (word.equals("-h") || word.equals("--help"))) {
                System.out.println(description);
                System.exit(0);
            }
            if (option != null) {
                String action = Python.str(option.how().get("action", "store"));
                if (action.equals("store_true") || action.equals("store_false")) {
                    parsed.set(option.dest(), action.equals("store_true"));
                } else if (name.length() < word.length()) {
                    parsed.set(option.dest(), value(option, word.substring(equals + 1)));
                } else if (i + 1 < words.size()) {
                    parsed.set(option.dest(), value(option, words.get(++i)));
                } else {
                    throw new ValueError("argument " + name + ": expected one argument");
                }
            } else if (!open.isEmpty()) {
                parsed.set(open.get(0).dest(), value(open.remove(0), word));
            } else {
                throw new ValueError("unrecognized arguments: " + word);
            }
        }
        for (Argument each : open) {
            if (!"?".equals(each.how().get("nargs")) && !"*".equals(each.how().get("nargs"))) {
                throw new ValueError(
                        "the following arguments are required: " + each.names().get(0));
            }
        }
        return parsed;
    }
}

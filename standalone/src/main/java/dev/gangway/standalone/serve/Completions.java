package dev.gangway.standalone.serve;

import dev.gangway.standalone.serve.ServeOption.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scripts that let a shell complete command lines. */
final class Completions {
    private static final Set<String> FILES = Set.of("FILE");

    private Completions() {}

    /** Returns the script for a shell; null if it is not known. */
    static @Nullable String of(String shell, List<String> words) {
        return switch (shell) {
            case "bash" -> bash(words);
            case "zsh" -> zsh(words);
            case "fish" -> fish(words);
            default -> null;
        };
    }

    private static List<ServeOption> options() {
        List<ServeOption> all = new ArrayList<>();
        ServeOptions.GROUPS.forEach(group -> all.addAll(group.options()));
        return all;
    }

    private static String bash(List<String> words) {
        StringBuilder names = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (ServeOption option : options()) {
            names.append(" --").append(option.name());
            String what = option.choices().isEmpty()
                    ? FILES.contains(option.value()) ? "-f" : ""
                    : "-W \"" + String.join(" ", option.choices()) + "\"";
            if (!what.isEmpty()) {
                cases.append("        --")
                        .append(option.name())
                        .append(") COMPREPLY=($(compgen ")
                        .append(what)
                        .append(" -- \"$cur\")); return;;\n");
            }
        }
        return "_gangway() {\n    local cur=\"${COMP_WORDS[COMP_CWORD]}\" prev=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
                + "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        COMPREPLY=($(compgen -W \"" + String.join(" ", words)
                + "\" -- \"$cur\"))\n        return\n    fi\n    [ \"${COMP_WORDS[1]}\" = serve ] || return\n    case \"$prev\" in\n"
                + cases + "    esac\n    case \"$cur\" in\n        -*) COMPREPLY=($(compgen -W \"" + names.substring(1)
                + "\" -- \"$cur\"));;\n        *) COMPREPLY=($(compgen -d -- \"$cur\"));;\n    esac\n}\ncomplete -o filenames -F _gangway gangway\n";
    }

    private static String zsh(List<String> words) {
        StringBuilder script = new StringBuilder(
                "#compdef gangway\n_gangway() {\n    if (( CURRENT == 2 )); then\n        compadd -- "
                        + String.join(" ", words)
                        + "\n        return\n    fi\n    [[ $words[2] == serve ]] || return\n    shift words\n    (( CURRENT-- ))\n    _arguments \\\n");
        for (ServeOption option : options()) {
            boolean repeated = option.kind() == Kind.REPEATED || option.kind() == Kind.FIELD;
            String help = option.help()
                    .replace("'", "'\\''")
                    .replace("[", "\\[")
                    .replace("]", "\\]")
                    .replace(":", "\\:");
            script.append("        '").append(repeated ? "*" : "").append("--").append(option.name());
            script.append(option.kind() == Kind.OPTIONAL ? "=-" : "")
                    .append('[')
                    .append(help)
                    .append(']');
            String label = option.value().replace("'", "").replace(":", "\\:");
            if (!option.choices().isEmpty()) {
                script.append(":value:(")
                        .append(String.join(" ", option.choices()))
                        .append(')');
            } else if (FILES.contains(option.value())) {
                script.append(":file:_files");
            } else if (option.kind() == Kind.OPTIONAL) {
                script.append("::").append(label).append(':');
            } else if (option.kind() != Kind.FLAG) {
                script.append(':').append(label).append(':');
            }
            script.append("' \\\n");
        }
        return script.append("        '1:directory:_files -/'\n}\ncompdef _gangway gangway\n")
                .toString();
    }

    private static String fish(List<String> words) {
        StringBuilder script = new StringBuilder(
                "complete -c gangway -n '__fish_is_first_token' -f -a '" + String.join(" ", words) + "'\n");
        for (ServeOption option : options()) {
            script.append("complete -c gangway -n '__fish_seen_subcommand_from serve' -l ")
                    .append(option.name());
            if (option.letter() != null) {
                script.append(" -s ").append(option.letter());
            }
            if (!option.choices().isEmpty()) {
                script.append(" -x -a '")
                        .append(String.join(" ", option.choices()))
                        .append('\'');
            } else if (FILES.contains(option.value())) {
                script.append(" -r -F");
            } else if (option.kind() != Kind.FLAG && option.kind() != Kind.OPTIONAL) {
                script.append(" -x");
            }
            script.append(" -d '")
                    .append(option.help().replace("\\", "\\\\").replace("'", "\\'"))
                    .append("'\n");
        }
        return script.toString();
    }
}

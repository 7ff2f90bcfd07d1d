package dev.gangway.standalone.serve;

/** The help, as argparse would write it. */
final class HelpText {
    static final String USAGE = "usage: gangway serve [options] [DIRECTORY]\n";

    private static final int COLUMN = 24;
    private static final int WIDTH = 79;

    private HelpText() {}

    static String text() {
        StringBuilder help = new StringBuilder(USAGE);
        help.append("\nServes the files of DIRECTORY (default: the current one) to people and programs.\n");
        for (ServeOptions.Group group : ServeOptions.GROUPS) {
            help.append('\n').append(group.title()).append(":\n");
            for (ServeOption option : group.options()) {
                String names = (option.letter() == null ? "  " : "  -" + option.letter() + ", ") + option.synopsis();
                help.append(names);
                int at = names.length();
                if (at > COLUMN - 2) {
                    help.append('\n');
                    at = 0;
                }
                wrap(help, option.help(), at);
            }
        }
        help.append(
                "\nAn option may also be a variable, GANGWAY_UPLOAD_LIMIT for --upload-limit, or a line of the file of --config,"
                        + "\nupload-limit=20M. The command line goes before the environment, and that before the file.\n");
        help.append(
                "\nexit status: 0 once it was told to stop, 1 if it cannot serve, 2 if the command line is wrong\n");
        return help.toString();
    }

    private static void wrap(StringBuilder help, String text, int start) {
        int at = start;
        for (String word : text.split(" ", -1)) {
            if (at > COLUMN && at + 1 + word.length() > WIDTH) {
                help.append('\n');
                at = 0;
            }
            if (at < COLUMN) {
                help.append(" ".repeat(COLUMN - at));
                at = COLUMN;
            } else {
                help.append(' ');
                at++;
            }
            help.append(word);
            at += word.length();
        }
        help.append('\n');
    }
}

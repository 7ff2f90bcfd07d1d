package dev.gangway.standalone.serve;

/** The manual page, in roff. */
final class ManPage {
    private ManPage() {}

    /**
     * Writes the page.
     *
     * @param documented the help of the command line without a word
     */
    static String text(String documented) {
        StringBuilder page = new StringBuilder(".TH GANGWAY 1 \"\" Gangway \"User Commands\"\n.SH NAME\n"
                + "gangway \\- serve files over HTTP\n.SH SYNOPSIS\n"
                + ".B gangway\n[options] [port]\n.br\n.B gangway serve\n[options] [DIRECTORY]\n.br\n"
                + ".B gangway new\n\\-\\-war|\\-\\-jar DIRECTORY\n.br\n.B gangway port\nFILE.py \\-\\-into DIRECTORY\n.br\n"
                + ".B gangway completions\nbash|zsh|fish\n.br\n.B gangway man\n.SH DESCRIPTION\n"
                + "Without a word it serves a directory as\n.B python \\-m http.server\ndoes. With\n.B serve\n"
                + "it is a file server for people: listings to sort and filter, compression, and, where they are switched on, "
                + "passwords, uploads, WebDAV and archives.\n.B new\nwrites a Maven project to begin with,\n.B port\n"
                + "translates Python handlers to Java. Each word has a \\fB\\-\\-help\\fR.\n");
        page.append(".SH \"OPTIONS OF SERVE\"\n");
        for (ServeOptions.Group group : ServeOptions.GROUPS) {
            page.append(".SS ").append(escape(group.title())).append('\n');
            for (ServeOption option : group.options()) {
                page.append(".TP\n");
                if (option.letter() != null) {
                    page.append("\\fB\\-").append(option.letter()).append("\\fR, ");
                }
                page.append("\\fB\\-\\-").append(escape(option.name())).append("\\fR");
                switch (option.kind()) {
                    case FLAG -> {}
                    case OPTIONAL ->
                        page.append("[=\\fI").append(escape(option.value())).append("\\fR]");
                    default ->
                        page.append(" \\fI").append(escape(option.value())).append("\\fR");
                }
                page.append('\n').append(escape(option.help())).append('\n');
            }
        }
        page.append(".SH \"WITHOUT A WORD\"\n.nf\n");
        for (String line : documented.split("\n", -1)) {
            page.append(line.startsWith(".") || line.startsWith("'") ? "\\&" : "")
                    .append(escape(line))
                    .append('\n');
        }
        page.append(".fi\n.SH ENVIRONMENT\n.TP\n\\fBGANGWAY_\\fIOPTION_NAME\\fR\n"
                + "Each option of serve in capitals, with _ for \\-. A flag is true or false. The command line goes before the environment, "
                + "and that before the file of \\fB\\-\\-config\\fR.\n");
        page.append(
                ".SH FILES\n.TP\n\\fI~/.config/gangway\\fR\nThe authority and the certificate of \\fB\\-\\-tls\\-self\\-signed\\fR "
                        + "(\\fI$XDG_CONFIG_HOME/gangway\\fR, \\fI%APPDATA%\\egangway\\fR).\n");
        page.append(
                ".SH \"EXIT STATUS\"\n0 once it was told to stop, 1 if it cannot serve, 2 if the command line is wrong.\n");
        return page.toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}

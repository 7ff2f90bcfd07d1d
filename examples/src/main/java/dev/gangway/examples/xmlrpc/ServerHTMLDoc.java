package dev.gangway.examples.xmlrpc;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the parts of the documentation's page ("xmlrpc.server: ServerHTMLDoc", and of pydoc's class above it what that uses). */
final class ServerHTMLDoc {
    private static final int TAB = 8;
    private static final Pattern LINKED = Pattern.compile(
            "\\b((http|https|ftp)://\\S+[\\w/]|RFC[- ]?(\\d+)|PEP[- ]?(\\d+)|(self\\.)?((?:\\w|\\.)+))\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, String> links;

    /** Makes a writer that links the names of methods to where they are described. */
    ServerHTMLDoc(Map<String, String> links) {
        this.links = links;
    }

    String page(String title, String contents) {
        return "<!DOCTYPE>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Python: "
                + escape(title).replace("\"", "&quot;").replace("'", "&#x27;")
                + "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"/pydoc.css\"></head><body>"
                + contents + "</body></html>";
    }

    String docserver(String name, String documentation, String methods) {
        String text = markup(documentation);
        return "\n<table class=\"heading\">\n<tr class=\"heading-text decor\">\n<td class=\"title\">&nbsp;<br>"
                + "<big><big><strong>" + escape(name) + "</strong></big></big>"
                + "</td>\n<td class=\"extra\">&nbsp;</td></tr></table>\n    "
                + "<p>" + (text.isEmpty() ? "" : "<tt>" + text + "</tt>") + "</p>\n"
                + section(methods);
    }

    private static String section(String methods) {
        return "<p>\n<table class=\"section\">\n<tr class=\"decor functions-decor heading-text\">\n"
                + "<td class=\"section-title\" colspan=3>&nbsp;<br><strong class=\"bigsection\">Methods</strong></td></tr>\n    "
                + "\n<tr><td class=\"decor functions-decor\"><span class=\"code\">" + "&nbsp;".repeat(6)
                + "</span></td><td>&nbsp;</td>\n<td class=\"singlecolumn\">" + methods + "</td></tr></table>";
    }

    String docroutine(String name, String argstring, String help) {
        String text = markup(help);
        return "<dl><dt><a name=\"-" + escape(name) + "\"><strong>" + escape(name) + "</strong></a>" + argstring
                + "</dt>" + (text.isEmpty() ? "" : "<dd><tt>" + text + "</tt></dd>") + "</dl>\n";
    }

    /** Marks up plain text: links, RFCs, PEPs and the names of methods that are called ("markup"). */
    private String markup(String text) {
        StringBuilder marked = new StringBuilder();
        Matcher match = LINKED.matcher(text);
        int here = 0;
        while (match.find(here)) {
            marked.append(preformat(text.substring(here, match.start())));
            String all = match.group(1);
            String name = match.group(6);
            if (match.group(2) != null) {
                String url = preformat(all).replace("\"", "&quot;");
                marked.append(link(url, url));
            } else if (match.group(3) != null) {
                marked.append(link(
                        "https://www.rfc-editor.org/rfc/rfc" + Integer.parseInt(match.group(3)) + ".txt",
                        preformat(all)));
            } else if (match.group(4) != null) {
                String number = String.format(Locale.ROOT, "%04d", Integer.parseInt(match.group(4)));
                marked.append(link("https://peps.python.org/pep-" + number + "/", preformat(all)));
            } else if (text.startsWith("(", match.end()) && links.containsKey(name)) {
                marked.append(link(links.get(name), name));
            } else if (!text.startsWith("(", match.end()) && match.group(5) != null) {
                marked.append("self.<strong>").append(name).append("</strong>");
            } else {
                marked.append(name);
            }
            here = match.end();
        }
        return marked.append(preformat(text.substring(here))).toString();
    }

    private static String link(String url, String text) {
        return "<a href=\"" + url + "\">" + text + "</a>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String preformat(String text) {
        return escape(expandtabs(text))
                .replace("\n\n", "\n \n")
                .replace("\n\n", "\n \n")
                .replace(" ", "&nbsp;")
                .replace("\n", "<br>\n");
    }

    private static String expandtabs(String text) {
        StringBuilder expanded = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                int spaces = TAB - column % TAB;
                expanded.append(" ".repeat(spaces));
                column += spaces;
            } else {
                expanded.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return expanded.toString();
    }
}

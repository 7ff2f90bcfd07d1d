package dev.gangway.files.listing;

import dev.gangway.files.content.PieceStream;
import dev.gangway.files.content.Pieces;
import dev.gangway.files.values.ByteSize;
import dev.gangway.handler.text.Html;
import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A listing for people: one page without anything from elsewhere, which works without script.
 *
 * @param names the names of the directories on the way down, none for the root
 * @param root the root's address, relative or absolute, with a slash at its end
 * @param order the order that the client has asked for
 * @param upload whether there is a form to upload files
 * @param archive whether there are links to archives
 * @param readme the text of a file to show below the list, or null
 * @param type gives the media type of a file by its name
 */
public record ListingPage(
        List<String> names,
        String root,
        ListingOrder order,
        boolean upload,
        boolean archive,
        @Nullable String readme,
        UnaryOperator<String> type) {
    /** The media type. */
    public static final String CONTENT_TYPE = "text/html; charset=utf-8";

    private static final String STYLE = PageParts.read("listing.css");
    private static final String SCRIPT = PageParts.read("listing.js");

    /** Lets the page load its own parts and no others. */
    public static final String POLICY =
            "default-src 'none'; style-src " + PageParts.hash(STYLE) + "; script-src " + PageParts.hash(SCRIPT)
                    + "; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private static final Map<ListingOrder.Column, String> HEADINGS = Map.of(
            ListingOrder.Column.NAME, "Name",
            ListingOrder.Column.SIZE, "Size",
            ListingOrder.Column.MODIFIED, "Modified (UTC)",
            ListingOrder.Column.TYPE, "Type");

    /**
     * Writes the page.
     *
     * @param files the entries of the directory, in order
     * @return the page in UTF-8, made as it is read
     */
    public InputStream write(List<ListedFile> files) {
        return new PieceStream(new Pieces<>(head(files), files.iterator(), this::row, tail()));
    }

    private String head(List<ListedFile> files) {
        StringBuilder page = new StringBuilder(8192);
        String title = names.isEmpty() ? "/" : shown(names.get(names.size() - 1));
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append(
                        "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>Files in ")
                .append(title);
        page.append("</title>\n<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
        page.append("<header>\n<h1 class=\"sr\">Files in ").append(title).append("</h1>\n");
        crumbs(page);
        page.append("</header>\n<main>\n<div class=\"bar\">\n<p>")
                .append(summary(files))
                .append("</p>\n");
        // Of no use without the script, which shows it.
        page.append("<label id=\"filter\" hidden>Filter <input type=\"search\" autocomplete=\"off\"></label>\n");
        if (archive) {
            page.append(
                    "<p>Download all: <a href=\"?archive=zip\">zip</a>, <a href=\"?archive=tar.gz\">tar.gz</a></p>\n");
        }
        page.append("</div>\n");
        if (upload) {
            page.append("<form method=\"post\" enctype=\"multipart/form-data\"><label>Upload files "
                    + "<input type=\"file\" name=\"file\" multiple required></label> <button>Upload</button>"
                    + "<progress hidden max=\"1\" aria-label=\"Progress of the upload\"></progress>"
                    + "<span role=\"status\"></span></form>\n");
        }
        table(page);
        return page.toString();
    }

    private void crumbs(StringBuilder page) {
        page.append("<nav aria-label=\"Path\"><ol>");
        StringBuilder address = new StringBuilder(root);
        for (int i = -1; i < names.size(); i++) {
            String text = i < 0 ? "Home" : shown(names.get(i));
            if (i >= 0) {
                address.append(quoted(names.get(i))).append('/');
            }
            if (i == names.size() - 1) {
                page.append("<li aria-current=\"page\">").append(text).append("</li>");
            } else {
                page.append("<li><a href=\"")
                        .append(Html.escapeQuoted(address.toString()))
                        .append("\">");
                page.append(text).append("</a></li>");
            }
        }
        page.append("</ol></nav>\n");
    }

    private static String summary(List<ListedFile> files) {
        long directories = files.stream().filter(ListedFile::directory).count();
        long bytes = files.stream().mapToLong(file -> Math.max(0, file.size())).sum();
        return counted(directories, "directory", "directories") + ", "
                + counted(files.size() - directories, "file", "files") + ", " + ByteSize.text(bytes);
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private void table(StringBuilder page) {
        page.append("<table>\n<thead><tr>");
        for (ListingOrder.Column column : ListingOrder.Column.values()) {
            boolean current = column == order.column();
            String direction = order.descending() ? "descending" : "ascending";
            page.append("<th scope=\"col\"").append(current ? " aria-sort=\"" + direction + "\"" : "");
            page.append("><a href=\"")
                    .append(Html.escapeQuoted(order.after(column).query()))
                    .append("\">");
            page.append(HEADINGS.get(column)).append("</a></th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        if (!names.isEmpty()) {
            page.append("<tr class=\"up\"><td><a class=\"d\" href=\"../\">Parent directory</a><td><td><td>\n");
        }
    }

    private void row(StringBuilder page, ListedFile file) {
        String slash = file.directory() ? "/" : "";
        page.append("<tr><td><a").append(file.directory() ? " class=\"d\"" : "").append(" href=\"");
        page.append(quoted(file.name()))
                .append(slash)
                .append("\">")
                .append(shown(file.name()))
                .append(slash);
        page.append("</a><td>")
                .append(file.size() < 0 ? "" : ByteSize.text(file.size()))
                .append("<td>");
        if (file.modified() != null) {
            time(page, file.modified());
        }
        page.append("<td>")
                .append(file.directory() ? "" : Html.escape(type.apply(file.name())))
                .append('\n');
    }

    private String tail() {
        StringBuilder page = new StringBuilder("</tbody>\n</table>\n<p id=\"none\" role=\"status\"></p>\n");
        if (readme != null) {
            page.append("<section aria-label=\"Read me\"><pre tabindex=\"0\">")
                    .append(visible(readme, true))
                    .append("</pre></section>\n");
        }
        return page.append("</main>\n<script>")
                .append(SCRIPT)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    /** Writes a time as {@code 2026-11-28 01:02}; not by a formatter, which takes longer than all the rest of a row. */
    private static void time(StringBuilder page, Instant time) {
        long second = Math.max(-62_135_596_800L, Math.min(253_402_300_799L, time.getEpochSecond()));
        LocalDateTime utc = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        int year = utc.getYear();
        page.append(year < 10 ? "000" : year < 100 ? "00" : year < 1000 ? "0" : "")
                .append(year);
        two(page.append('-'), utc.getMonthValue());
        two(page.append('-'), utc.getDayOfMonth());
        two(page.append(' '), utc.getHour());
        two(page.append(':'), utc.getMinute());
    }

    private static void two(StringBuilder page, int value) {
        page.append(value < 10 ? "0" : "").append(value);
    }

    private static String quoted(String name) {
        return PercentCoding.quote(NameText.encodeLossy(name));
    }

    private static String shown(String name) {
        return visible(name, false);
    }

    /** Escapes a text, and shows characters without a shape, and those that turn the text around them, as U+FFFD. */
    private static String visible(String text, boolean lines) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean bad = !pair
                    && (Character.isSurrogate(c)
                            || isTurn(c)
                            || (Character.isISOControl(c) && !(lines && "\t\r\n".indexOf(c) >= 0)));
            if (bad && clean == null) {
                clean = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (clean != null) {
                clean.append(bad ? '\uFFFD' : c);
            }
            if (pair) {
                i++;
                if (clean != null) {
                    clean.append(text.charAt(i));
                }
            }
        }
        return Html.escapeQuoted(clean == null ? text : clean.toString());
    }

    /** Whether a character turns the direction of text (UAX #9), as in a name that shows {@code exe.txt} for {@code txt.exe}. */
    private static boolean isTurn(char c) {
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }
}

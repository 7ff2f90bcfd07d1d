package dev.gangway.handler.files;

import dev.gangway.handler.store.ListingText;
import dev.gangway.handler.text.Compatibility;
import dev.gangway.handler.text.Html;
import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import dev.gangway.http.syntax.RequestTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the page that lists a directory, byte for byte as CPython's {@code list_directory}.
 *
 * <p>A name that is not UTF-8 is shown as the bytes it is, and its link leads back to the file. A link is never read as
 * one with a scheme: the colon of {@code a:b} is encoded.
 */
public final class DirectoryListing {
    /** The page's media type. */
    public static final String CONTENT_TYPE = "text/html; charset=utf-8";

    private static final String COLOR_SCHEME =
            "<style type=\"text/css\">\n:root {\ncolor-scheme: light dark;\n}\n</style>\n";

    private static final byte[] FOOT = "</ul>\n<hr>\n</body>\n</html>\n".getBytes(StandardCharsets.US_ASCII);

    private DirectoryListing() {}

    /**
     * Writes the page.
     *
     * @param target the target of the request, whose path the page's title shows decoded
     * @param lines the lines of the entries, in {@link #lines(List)}
     * @param compatibility the version of CPython whose page it is
     * @return the page
     */
    public static ListingText page(String target, ListingText lines, Compatibility compatibility) {
        String path = target.substring(0, RequestTarget.endOfPath(target));
        String title = "Directory listing for " + Html.escape(decoded(path));
        byte[] head = NameText.encodeLossy("<!DOCTYPE HTML>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + (compatibility.declaresColorScheme() ? COLOR_SCHEME : "") + "<title>" + title
                + "</title>\n</head>\n<body>\n<h1>" + title + "</h1>\n<hr>\n<ul>\n");
        return lines.isHeld() ? ListingText.of(joined(head, lines)) : new LongPage(head, lines);
    }

    /** Most pages are sent as they are, with one call. */
    private static byte[] joined(byte[] head, ListingText lines) {
        byte[] page = Arrays.copyOf(head, head.length + (int) lines.length() + FOOT.length);
        try (InputStream text = lines.open()) {
            text.readNBytes(page, head.length, (int) lines.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.arraycopy(FOOT, 0, page, page.length - FOOT.length, FOOT.length);
        return page;
    }

    private static final class LongPage implements ListingText {
        private final byte[] head;
        private final ListingText lines;

        LongPage(byte[] head, ListingText lines) {
            this.head = head;
            this.lines = lines;
        }

        @Override
        public long length() {
            return head.length + lines.length() + FOOT.length;
        }

        @Override
        public InputStream open() {
            return new SequenceInputStream(
                    new SequenceInputStream(new ByteArrayInputStream(head), lines.open()),
                    new ByteArrayInputStream(FOOT));
        }
    }

    /**
     * Writes the lines of the entries.
     *
     * @param entries the directory's entries in any order
     * @return a line for each, in the order of their names
     */
    public static ListingText lines(List<DirectoryEntry> entries) {
        ListingLines lines = new ListingLines();
        entries.forEach(lines::add);
        return lines.text();
    }

    /** Shows a target as {@code urllib.parse.unquote} decodes it; surrogates, which make CPython fail, are replaced. */
    private static String decoded(String target) {
        byte[] bytes = PercentCoding.decode(target);
        if (bytes == null) {
            bytes = PercentCoding.decodeReplacing(target);
        }
        return bytes == null ? target : NameText.decode(bytes);
    }
}

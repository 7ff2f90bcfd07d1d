package dev.gangway.files.dav;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** XML of any bytes is read or refused; a property that was read is written as XML that is read as the same. */
public final class DavXmlFuzz {
    private DavXmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            DavXml.find(data);
        } catch (DavException e) {
            check(e);
        }
        try {
            DavXml.lock(data.length == 0 ? new byte[1] : data);
        } catch (DavException e) {
            check(e);
        }
        List<DavXml.Change> changes;
        try {
            changes = DavXml.changes(data);
        } catch (DavException e) {
            check(e);
            return;
        }
        for (DavXml.Change change : changes) {
            if (change.content() != null) {
                check(change);
            }
        }
    }

    private static void check(DavXml.Change change) {
        StringBuilder xml = new StringBuilder("<D:propertyupdate xmlns:D=\"DAV:\"><D:set><D:prop>");
        XmlText.element(xml, change.name(), String.valueOf(change.content()));
        xml.append("</D:prop></D:set></D:propertyupdate>");
        List<DavXml.Change> again;
        try {
            again = DavXml.changes(xml.toString().getBytes(StandardCharsets.UTF_8));
        } catch (DavException e) {
            throw new AssertionError("cannot be read again: " + xml, e);
        }
        if (!again.equals(List.of(change))) {
            throw new AssertionError(change + " becomes " + again);
        }
    }

    private static void check(DavException e) {
        if (e.status() < 400 || String.valueOf(e.getMessage()).isEmpty()) {
            throw new AssertionError("no reason", e);
        }
    }
}

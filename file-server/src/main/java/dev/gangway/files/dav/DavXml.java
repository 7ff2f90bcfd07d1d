package dev.gangway.files.dav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import javax.xml.namespace.NamespaceContext;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content of requests. It is bounded in length and depth, and has no document type, hence no entities but the five of XML
 * itself.
 */
public final class DavXml {
    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_DEPTH = 64;

    /**
     * The question of a PROPFIND.
     *
     * @param all whether all properties that are cheap
     * @param namesOnly whether only their names
     * @param names the properties that are named
     */
    public record Find(boolean all, boolean namesOnly, List<PropertyName> names) {}

    /**
     * One step of a PROPPATCH.
     *
     * @param name the property
     * @param content what it gets, as XML; null to remove it
     */
    public record Change(PropertyName name, @Nullable String content) {}

    /**
     * The question of a LOCK.
     *
     * @param exclusive whether no other client may have one
     * @param owner who it is, as XML; empty if that is not said
     */
    public record LockInfo(boolean exclusive, String owner) {}

    private DavXml() {}

    /**
     * Reads all of a request's content.
     *
     * @param in the content
     * @return the bytes
     * @throws DavException with 413 if there are too many
     * @throws IOException if it cannot be read
     */
    public static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new DavException(413, "The XML is longer than " + MAX_BYTES + " bytes");
        }
        return bytes;
    }

    /**
     * Reads the content of PROPFIND (RFC 4918 §14.20).
     *
     * @param content the content; empty for all properties
     * @return what it asks for
     * @throws DavException with 400 if it is no such XML
     */
    public static Find find(byte[] content) throws DavException {
        if (content.length == 0) {
            return new Find(true, false, List.of());
        }
        return parse(content, "propfind", xml -> {
            boolean all = false;
            boolean names = false;
            boolean prop = false;
            List<PropertyName> wanted = new ArrayList<>();
            while (nextChild(xml)) {
                PropertyName element = name(xml);
                if (element.equals(PropertyName.dav("prop"))) {
                    prop = true;
                    while (nextChild(xml)) {
                        wanted.add(name(xml));
                        skip(xml);
                    }
                } else {
                    all |= element.equals(PropertyName.dav("allprop"));
                    names |= element.equals(PropertyName.dav("propname"));
                    skip(xml);
                }
            }
            if (!all && !names && !prop) {
                throw new DavException(400, "The XML asks for no property");
            }
            return new Find(all, names, wanted);
        });
    }

    /**
     * Reads the content of PROPPATCH (RFC 4918 §14.19).
     *
     * @param content the content
     * @return the changes in their order
     * @throws DavException with 400 if it is no such XML
     */
    public static List<Change> changes(byte[] content) throws DavException {
        return parse(content, "propertyupdate", xml -> {
            List<Change> changes = new ArrayList<>();
            while (nextChild(xml)) {
                PropertyName action = name(xml);
                boolean sets = action.equals(PropertyName.dav("set"));
                if (!sets && !action.equals(PropertyName.dav("remove"))) {
                    skip(xml);
                    continue;
                }
                while (nextChild(xml)) {
                    if (!name(xml).equals(PropertyName.dav("prop"))) {
                        skip(xml);
                        continue;
                    }
                    while (nextChild(xml)) {
                        PropertyName property = name(xml);
                        String value = content(xml);
                        changes.add(new Change(property, sets ? value : null));
                    }
                }
            }
            return changes;
        });
    }

    /**
     * Reads the content of LOCK (RFC 4918 §14.11).
     *
     * @param content the content, which is not empty
     * @return what it asks for
     * @throws DavException with 400 if it is no such XML
     */
    public static LockInfo lock(byte[] content) throws DavException {
        return parse(content, "lockinfo", xml -> {
            Boolean exclusive = null;
            boolean write = false;
            String owner = "";
            while (nextChild(xml)) {
                PropertyName element = name(xml);
                if (element.equals(PropertyName.dav("owner"))) {
                    owner = content(xml);
                    continue;
                }
                boolean scope = element.equals(PropertyName.dav("lockscope"));
                boolean type = element.equals(PropertyName.dav("locktype"));
                while (nextChild(xml)) {
                    PropertyName child = name(xml);
                    if (scope) {
                        exclusive = child.equals(PropertyName.dav("exclusive"));
                    }
                    write |= type && child.equals(PropertyName.dav("write"));
                    skip(xml);
                }
            }
            if (exclusive == null || !write) {
                throw new DavException(400, "The XML asks for no lock that there is");
            }
            return new LockInfo(exclusive, owner);
        });
    }

    private interface Reading<T> {
        T read(XMLStreamReader xml) throws XMLStreamException, DavException;
    }

    private static <T> T parse(byte[] content, String root, Reading<T> reading) throws DavException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no entities");
        });
        try {
            checkDepth(factory, content);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new DavException(400, "The XML has a document type, which is not allowed");
                }
            }
            if (!name(xml).equals(PropertyName.dav(root))) {
                throw new DavException(400, "The XML is no " + root);
            }
            return reading.read(xml);
        } catch (XMLStreamException | IllegalArgumentException | MissingResourceException e) {
            // The last one comes from Java's parser, which lacks the words for some faults of a document type.
            throw new DavException(400, "The content is not well-formed XML");
        }
    }

    /** Reads the XML to its end, so that a fault further down refuses it as a whole. */
    private static void checkDepth(XMLInputFactory factory, byte[] content) throws XMLStreamException, DavException {
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        if ("1.1".equals(xml.getVersion())) {
            // It has names and characters that XML 1.0 lacks, so no answer could give them back.
            throw new DavException(400, "The XML is of version 1.1; send 1.0");
        }
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new DavException(400, "The XML has a document type or entities, which are not allowed");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH) {
                        throw new DavException(400, "The XML is deeper than " + MAX_DEPTH + " elements");
                    }
                    for (int i = 0; i < xml.getNamespaceCount(); i++) {
                        // Namespaces in XML 1.0 §2.2: a prefix cannot be undeclared.
                        String uri = xml.getNamespaceURI(i);
                        if (xml.getNamespacePrefix(i) != null && (uri == null || uri.isEmpty())) {
                            throw new DavException(400, "The XML has a prefix without a namespace");
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private static PropertyName name(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI();
        return new PropertyName(namespace == null ? "" : namespace, xml.getLocalName());
    }

    /** Goes to the next child of the element that is being read; false at its end. */
    private static boolean nextChild(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        while (nextChild(xml)) {
            skip(xml);
        }
    }

    /** Returns the content of the element as XML of its own: each element declares its namespace. */
    private static String content(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                start(text, xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth-- == 0) {
                    return text.toString();
                }
                text.append("</").append(tag(xml)).append('>');
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(escapeKeepingLines(xml.getText()));
            }
        }
    }

    private static String escapeKeepingLines(String text) {
        return XmlText.escape(text).replace("&#10;", "\n").replace("&#9;", "\t").replace("&quot;", "\"");
    }

    private static String tag(XMLStreamReader xml) {
        String prefix = xml.getPrefix();
        return prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
    }

    private static void start(StringBuilder text, XMLStreamReader xml) {
        text.append('<').append(tag(xml));
        NamespaceContext context = xml.getNamespaceContext();
        String prefix = xml.getPrefix() == null ? "" : xml.getPrefix();
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        text.append(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"")
                .append(XmlText.escape(namespace))
                .append('"');
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attributePrefix = xml.getAttributePrefix(i);
            boolean plain = attributePrefix == null || attributePrefix.isEmpty();
            if (!plain && !attributePrefix.equals(prefix) && !attributePrefix.equals("xml")) {
                text.append(" xmlns:").append(attributePrefix).append("=\"");
                text.append(XmlText.escape(String.valueOf(context.getNamespaceURI(attributePrefix))))
                        .append('"');
            }
            text.append(' ').append(plain ? "" : attributePrefix + ":").append(xml.getAttributeLocalName(i));
            text.append("=\"").append(XmlText.escape(xml.getAttributeValue(i))).append('"');
        }
        text.append('>');
    }
}

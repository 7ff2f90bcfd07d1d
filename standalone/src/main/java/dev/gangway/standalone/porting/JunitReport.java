package dev.gangway.standalone.porting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes results in the XML that JUnit's reports have made common. */
final class JunitReport {
    private JunitReport() {}

    static void write(List<Result> results, Path file) throws IOException {
        long different = results.stream().filter(result -> !result.isSame()).count();
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "gangway compare");
            xml.writeAttribute("tests", Integer.toString(results.size()));
            xml.writeAttribute("failures", Long.toString(different));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            for (Result result : results) {
                write(result, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write " + file, e);
        }
    }

    private static void write(Result result, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "gangway.compare");
        xml.writeAttribute(
                "name", clean(result.request().name() + " " + result.request().requestLine()));
        if (!result.isSame()) {
            StringBuilder text = new StringBuilder();
            result.differences()
                    .forEach(difference -> text.append(difference.where())
                            .append("\n- ")
                            .append(difference.legacy())
                            .append("\n+ ")
                            .append(difference.port())
                            .append('\n'));
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean(result.differences().get(0).where()));
            xml.writeCharacters(clean(text.toString()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
    }
}

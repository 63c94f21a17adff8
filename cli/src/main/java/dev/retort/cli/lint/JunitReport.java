/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Severity;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML: each revision is a test case, which errors make fail. */
final class JunitReport {

    private JunitReport() {}

    static String write(LintReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            write(xml, report);
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string takes all that is written", e);
        }
    }

    private static void write(XMLStreamWriter xml, LintReport report) throws XMLStreamException {
        long failures = report.revisions().stream().filter(JunitReport::fails).count();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "retort lint");
        xml.writeAttribute("tests", String.valueOf(report.revisions().size()));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (RevisionReport revision : report.revisions()) {
            revision(xml, revision);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static boolean fails(RevisionReport revision) {
        return !of(revision, Severity.ERROR, Severity.ERROR).isEmpty();
    }

    private static List<Finding> of(RevisionReport revision, Severity from, Severity to) {
        return revision.findings().stream()
                .filter(finding -> finding.severity().compareTo(from) >= 0
                        && finding.severity().compareTo(to) <= 0)
                .toList();
    }

    private static void revision(XMLStreamWriter xml, RevisionReport revision) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "retort.lint");
        xml.writeAttribute("name", printable((revision.revision() + " " + revision.message()).strip()));
        xml.writeAttribute("file", printable(Files.relative(revision.file())));
        for (Finding finding : of(revision, Severity.ERROR, Severity.ERROR)) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("failure");
            xml.writeAttribute("type", finding.rule().id());
            xml.writeAttribute("message", printable("line " + finding.line() + ": " + finding.text()));
            xml.writeCharacters(printable(Levels.withRewrite(finding)));
            xml.writeEndElement();
        }
        List<Finding> others = of(revision, Severity.ADVICE, Severity.WARNING);
        if (!others.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("system-out");
            for (Finding finding : others) {
                xml.writeCharacters(printable(finding.severity().word() + " "
                        + finding.rule().id() + " line " + finding.line() + ": " + finding.text() + "\n"));
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    /** XML 1.0 has no control characters. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .map(character -> (character < 0x20 && character != '\n' && character != '\t')
                                || character == 0xFFFE
                                || character == 0xFFFF
                                || (character >= 0xD800 && character <= 0xDFFF)
                        ? '?'
                        : character)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.project;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The settings in a {@code pom.xml}: its properties, and the configuration of a plugin. */
final class PomSettings {

    private final Element project;

    private PomSettings(Element project) {
        this.project = project;
    }

    /**
     * {@return what a file says}
     *
     * @throws RetortException when it is no XML
     */
    static PomSettings parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new PomSettings(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new RetortException(
                    "The file pom.xml cannot be read.", String.valueOf(e.getMessage()), "Correct the file.", e);
        }
    }

    /** {@return the properties of the build} */
    Map<String, String> properties() {
        Map<String, String> found = new TreeMap<>();
        for (Element group : children(project, "properties")) {
            children(group).forEach(one -> found.put(one.getTagName(), text(one)));
        }
        return found;
    }

    /**
     * {@return the configuration of a plugin by dotted names, lists with indexes; empty if the build has none}
     *
     * @param artifact the artifact of the plugin
     */
    Map<String, String> plugin(String artifact) {
        Map<String, String> found = new TreeMap<>();
        NodeList plugins = project.getElementsByTagName("plugin");
        for (int i = 0; i < plugins.getLength(); i++) {
            Element plugin = (Element) plugins.item(i);
            boolean isIt = children(plugin, "artifactId").stream()
                    .anyMatch(one -> text(one).equals(artifact));
            if (isIt) {
                children(plugin, "configuration")
                        .forEach(one -> children(one).forEach(setting -> add(setting, setting.getTagName(), found)));
            }
        }
        SpringPlaceholders properties = new SpringPlaceholders(properties(), Map.of());
        found.replaceAll((name, value) -> properties.resolve(value));
        return found;
    }

    private static void add(Element setting, String name, Map<String, String> found) {
        List<Element> inner = children(setting);
        boolean isList = !inner.isEmpty() && inner.stream().allMatch(one -> name.equals(one.getTagName() + "s"));
        if (inner.isEmpty()) {
            found.put(name, text(setting));
        }
        for (int i = 0; i < inner.size(); i++) {
            add(
                    inner.get(i),
                    isList ? name + "[" + i + "]" : name + "." + inner.get(i).getTagName(),
                    found);
        }
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(one -> one.getTagName().equals(name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a properties file. */
public final class PropertiesText {

    private static final Pattern SEPARATOR = Pattern.compile("(?m)^[#!]---[ \\t]*$");

    private PropertiesText() {}

    /** {@return the text of the first document, whose settings are those of all profiles} */
    public static String firstDocument(String text) {
        Matcher separator = SEPARATOR.matcher(text);
        return separator.find() ? text.substring(0, separator.start()) : text;
    }

    /** {@return the values of the first document by key} */
    public static Map<String, String> parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(firstDocument(text)));
        } catch (IOException | IllegalArgumentException e) {
            throw new RetortException(
                    "A properties file cannot be read.", String.valueOf(e.getMessage()), "Correct the file.", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }
}

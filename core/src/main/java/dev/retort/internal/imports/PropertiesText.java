/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads the text of a properties file. */
public final class PropertiesText {

    private PropertiesText() {}

    /** {@return the values by key} */
    public static Map<String, String> parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new RetortException(
                    "A properties file cannot be read.", String.valueOf(e.getMessage()), "Correct the file.", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }
}

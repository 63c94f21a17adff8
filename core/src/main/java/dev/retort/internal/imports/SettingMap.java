/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The settings of another tool: names are compared as Spring Boot does, without case, dashes and underscores. */
public final class SettingMap {

    private final Map<String, String> written;
    private final Map<String, String> values = new TreeMap<>();

    /**
     * Creates a map.
     *
     * @param written the settings as they are written, without the tool's prefix
     */
    public SettingMap(Map<String, String> written) {
        this.written = Map.copyOf(written);
        written.forEach((name, value) -> values.put(canonical(name), value));
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** {@return the settings as they are written} */
    public Map<String, String> written() {
        return new TreeMap<>(written);
    }

    /** {@return these settings with others that are stronger} */
    public SettingMap with(Map<String, String> stronger) {
        Map<String, String> all = new LinkedHashMap<>();
        written.forEach((name, value) -> {
            if (stronger.keySet().stream().noneMatch(other -> canonical(other).equals(canonical(name)))) {
                all.put(name, value);
            }
        });
        all.putAll(stronger);
        return new SettingMap(all);
    }

    /** {@return the value of a setting, or what it is when it is not set} */
    public String get(String name, String other) {
        return values.getOrDefault(canonical(name), other);
    }

    /** {@return the value of a setting that is true or false} */
    public boolean flag(String name, boolean other) {
        String value = values.get(canonical(name));
        return value == null ? other : value.strip().equalsIgnoreCase("true");
    }

    /** {@return the values of a list, which is written with commas or with indexes} */
    public List<String> list(String name) {
        List<String> found = new ArrayList<>();
        String key = canonical(name);
        String plain = values.get(key);
        if (plain != null) {
            Stream.of(plain.split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .forEach(found::add);
        }
        int index = 0;
        for (String next; (next = values.get(key + "[" + index + "]")) != null; index++) {
            found.add(next.strip());
        }
        return found;
    }

    /** {@return the settings below a name, by the rest of their names as it is written} */
    public Map<String, String> below(String name) {
        Map<String, String> found = new TreeMap<>();
        String prefix = canonical(name) + ".";
        written.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot > 0 && canonical(key.substring(0, dot + 1)).equals(prefix)) {
                String rest = key.substring(dot + 1);
                found.put(
                        rest.startsWith("[") && rest.endsWith("]") ? rest.substring(1, rest.length() - 1) : rest,
                        value);
            }
        });
        return found;
    }
}

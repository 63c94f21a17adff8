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
    private final Map<String, String> resolved;
    private final Map<String, String> values = new TreeMap<>();

    /**
     * Creates a map.
     *
     * @param written the settings as they are written, without the tool's prefix
     */
    public SettingMap(Map<String, String> written) {
        this(written, written);
    }

    /**
     * Creates a map.
     *
     * @param written the settings as they are written, without the tool's prefix
     * @param resolved the same with the values of what they refer to
     */
    public SettingMap(Map<String, String> written, Map<String, String> resolved) {
        this.written = Map.copyOf(written);
        this.resolved = Map.copyOf(resolved);
        resolved.forEach((name, value) -> values.put(canonical(name), value));
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
        return with(new SettingMap(stronger));
    }

    /** {@return these settings with others that are stronger} */
    public SettingMap with(SettingMap stronger) {
        return new SettingMap(merged(written, stronger.written), merged(resolved, stronger.resolved));
    }

    private static Map<String, String> merged(Map<String, String> weaker, Map<String, String> stronger) {
        Map<String, String> all = new LinkedHashMap<>();
        weaker.forEach((name, value) -> {
            if (stronger.keySet().stream().noneMatch(other -> canonical(other).equals(canonical(name)))) {
                all.put(name, value);
            }
        });
        all.putAll(stronger);
        return all;
    }

    /** {@return the value of a setting as it is written, or an empty one when it is not set} */
    public String written(String name) {
        return written.entrySet().stream()
                .filter(one -> canonical(one.getKey()).equals(canonical(name)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
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
        return below(name, resolved);
    }

    /** {@return the settings below a name as they are written} */
    public Map<String, String> writtenBelow(String name) {
        return below(name, written);
    }

    private static Map<String, String> below(String name, Map<String, String> settings) {
        Map<String, String> found = new TreeMap<>();
        String prefix = canonical(name) + ".";
        settings.forEach((key, value) -> {
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

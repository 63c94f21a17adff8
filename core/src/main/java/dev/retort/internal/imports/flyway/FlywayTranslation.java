/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.internal.imports.SecretValues;
import java.util.Map;
import java.util.TreeMap;

/** The settings of Retort that take the place of Flyway's. */
final class FlywayTranslation {

    private final FlywaySettings settings;

    FlywayTranslation(FlywaySettings settings) {
        this.settings = settings;
    }

    /** {@return the settings by key} */
    Map<String, String> settings() {
        Map<String, String> keys = new TreeMap<>();
        keys.put("retort.on-non-empty-schema", "adopt");
        keys.put("retort.adopt.from", FlywaySeries.TOOL);
        String schema = settings.writtenSchema();
        if (!settings.table().equals("flyway_schema_history") || schema != null) {
            keys.put("retort.adopt.table", (schema == null ? "" : schema + ".") + settings.table());
        }
        if (settings.outOfOrder()) {
            keys.put("retort.adopt.out-of-order", "true");
        }
        if (schema != null) {
            keys.put("retort.schema", schema);
        }
        copy(keys, "enabled", "retort.enabled");
        copy(keys, "url", "retort.url");
        copy(keys, "user", "retort.username");
        copy(keys, "password", "retort.password");
        copy(keys, "connectRetries", "retort.connect-retries");
        if (schema != null && settings.values().flag("createSchemas", true)) {
            keys.put("retort.create-schema", "true");
        }
        settings.values().writtenBelow("placeholders").forEach((name, value) -> {
            if (!isSecretOfAnotherFile(name, value)) {
                keys.put("retort.placeholders." + name, value);
            }
        });
        return keys;
    }

    /** A secret of {@code flyway.conf} is not copied: Spring's settings are under version control more often. */
    private boolean isSecretOfAnotherFile(String name, String value) {
        return !settings.values().get("configFiles", "").isEmpty() && SecretValues.isSecret(name, value);
    }

    private void copy(Map<String, String> keys, String from, String to) {
        String value = settings.values().written(from);
        if (!value.isEmpty()) {
            keys.put(to, value);
        }
    }
}

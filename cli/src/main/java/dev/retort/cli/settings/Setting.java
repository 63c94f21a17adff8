/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import java.util.List;
import java.util.Locale;

/**
 * A setting: the same key in {@code retort.properties} and, with {@code retort.} before it, in an application; the
 * variable
 * {@code RETORT_} and its name in the environment and in {@code .env}; an option, unless a command has one of that
 * name.
 *
 * @param key the key, such as {@code lock-timeout}
 * @param kind the type of its value
 * @param defaultText the default as text; empty for none
 * @param description one or more sentences, as editors show them for the key of an application
 * @param use where the setting applies
 * @param <T> the type of its value
 */
public record Setting<T>(String key, SettingKind<T> kind, String defaultText, String description, Use use) {

    /** Where a setting applies. */
    public enum Use {
        /** In an application and stand-alone, also as an option. */
        OPTION,
        /** In an application and stand-alone; never on a command line, which other users of the machine can read. */
        SECRET,
        /**
         * In an application and stand-alone, without a general option: commands define their own, or it has many
         * values.
         */
        NO_OPTION,
        /** Only in an application. Listed here so that both can share environment variables. */
        APPLICATION
    }

    /** {@return whether it applies to the stand-alone commands} */
    public boolean isStandalone() {
        return use != Use.APPLICATION;
    }

    /** {@return the name of its variable} */
    public String variable() {
        return "RETORT_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** {@return all names of its variable: Spring Boot's form has no underscore for a hyphen} */
    public List<String> variables() {
        return List.of(
                variable(),
                "RETORT_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""));
    }

    public String option() {
        return "--" + key;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import java.util.List;
import java.util.Locale;

/**
 * A setting: the same key in {@code retort.properties} and, with {@code retort.} before it, in an application; the variable
 * {@code RETORT_} and its name in the environment and in {@code .env}; an option, unless a command has one of that name.
 *
 * @param key the key, such as {@code lock-timeout}
 * @param kind how its value is read
 * @param defaultText the default, as it would be written; empty for none
 * @param description one or more sentences, as editors show them for the key of an application
 * @param use where it has an effect
 * @param <T> what its value is
 */
public record Setting<T>(String key, SettingKind<T> kind, String defaultText, String description, Use use) {

    /** Where a setting has an effect. */
    public enum Use {
        /** In an application and stand-alone, there by an option too. */
        OPTION,
        /** In an application and stand-alone; never on a command line, which others on the machine can read. */
        SECRET,
        /** In an application and stand-alone, where commands have options of their own for it, or it has many values. */
        NO_OPTION,
        /** Only in an application, which has beans and a start. Known here so that both can share their variables. */
        APPLICATION
    }

    /** {@return whether the stand-alone commands have a use for it} */
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

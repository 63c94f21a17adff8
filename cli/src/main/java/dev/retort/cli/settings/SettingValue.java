/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import org.jspecify.annotations.Nullable;

/**
 * A configured value.
 *
 * @param text the value
 * @param source its source
 * @param origin the source in words, for messages: {@code --url}, or {@code RETORT_URL in .env, line 3}
 */
public record SettingValue(String text, Source source, String origin) {

    /** The sources of values, lowest precedence first. */
    public enum Source {
        FILE,
        DOT_ENV_POSTGRES,
        DOT_ENV,
        ENVIRONMENT_POSTGRES,
        ENVIRONMENT,
        OPTION
    }

    /** {@return whether this value takes precedence over another} */
    public boolean isAtLeast(Source other) {
        return source.compareTo(other) >= 0;
    }

    static boolean holdsOver(SettingValue one, @Nullable SettingValue other) {
        return other == null || one.isAtLeast(other.source);
    }

    SettingValue from(Source other) {
        return new SettingValue(text, other, origin);
    }

    /** {@return the origin alone: a value may be a password} */
    @Override
    public String toString() {
        return origin;
    }
}

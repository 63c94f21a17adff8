/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import org.jspecify.annotations.Nullable;

/**
 * The settings of object files: views, functions, procedures and triggers, one file each, which are part of the model.
 *
 * @param location {@code classpath:folder}, {@code filesystem:folder} or a plain path; {@code null} when object files are no part
 *     of the model
 * @param optional whether the location may be missing, which means that there are no object files
 * @since 0.1
 */
public record ObjectSettings(@Nullable String location, boolean optional) {

    /** The location unless another is set. */
    public static final String DEFAULT = "classpath:db/objects";

    private static final String NONE = "none";

    /** {@return the default: {@code classpath:db/objects}, if it exists} */
    public static ObjectSettings standard() {
        return new ObjectSettings(DEFAULT, true);
    }

    /**
     * Reads the value of {@code retort.objects}.
     *
     * @param text a location, which must exist unless it is the default; {@code none} for no object files
     * @return the setting
     */
    public static ObjectSettings parse(String text) {
        String value = text.strip();
        return value.isEmpty() || value.equals(NONE)
                ? new ObjectSettings(null, true)
                : new ObjectSettings(value, value.equals(DEFAULT));
    }
}

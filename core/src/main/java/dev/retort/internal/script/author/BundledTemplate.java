/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The templates that Retort brings; a project takes a copy and changes it. */
public enum BundledTemplate {
    /** Header and empty sections. */
    GENERIC("Header and empty sections."),
    /** The same, with a comment on every marker and key that a script may have. */
    EXPLAINED("The same, with a comment on every marker that a script may have.");

    private final String description;

    BundledTemplate(String description) {
        this.description = description;
    }

    /** {@return its name on a command line} */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what it is, in one sentence} */
    public String description() {
        return description;
    }

    /** {@return its text} */
    public String text() {
        return resource(title() + ".sql.template");
    }

    /** {@return the text of a template of Retort's jar} */
    static String resource(String resource) {
        try (InputStream content = BundledTemplate.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing from the jar of Retort");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

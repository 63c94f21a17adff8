/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import dev.retort.graph.Revision;
import java.util.List;

/**
 * One parsed revision script.
 *
 * @param revision its place in the graph
 * @param source where it was read: a path, or an entry of a jar, as a person would name it in an error
 * @param message the {@code message} of the header; may be empty
 * @param created the {@code created} of the header as written; may be empty
 * @param placeholders whether {@code ${name}} is replaced in its statements
 * @param upgrade the parts of the upgrade, without empty ones
 * @param downgrade the way back
 * @param checksum SHA-256 in lower-case hexadecimal over the statements and the graph fields
 * @param text the whole text, line ends as LF, before placeholders
 */
public record RevisionScript(
        Revision revision,
        String source,
        String message,
        String created,
        boolean placeholders,
        List<ScriptPart> upgrade,
        DowngradeSection downgrade,
        String checksum,
        String text) {

    /** Copies the parts. */
    public RevisionScript {
        upgrade = List.copyOf(upgrade);
    }
}

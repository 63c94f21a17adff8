/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.Problems;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.Fingerprint;
import dev.retort.internal.sql.SqlItem;
import dev.retort.internal.sql.SqlScanner;
import dev.retort.internal.sql.SqlSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one script: header, sections, checksum. */
final class RevisionScriptParser {

    /** ASCII in UTF-16 is UTF-8 with a NUL beside each character. */
    private static final String NUL =
            "The text has a NUL character, which PostgreSQL cannot store in text. Remove it; if the file"
                    + " is UTF-16, save it as UTF-8.";

    private final String source;
    private final String text;
    private final Problems problems;
    private final Fingerprint fingerprint = new Fingerprint();
    private final HeaderReader header;
    private final SectionReader sections;

    RevisionScriptParser(String source, String text, Problems problems) {
        this.source = source;
        this.text = text;
        this.problems = problems;
        this.header = new HeaderReader(source, problems);
        this.sections = new SectionReader(source, problems, fingerprint);
    }

    /** {@return the script, or {@code null} if there are problems} */
    @Nullable
    RevisionScript parse() {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            long lineEnds = text.chars().limit(nul).filter(c -> c == '\n').count();
            problems.add(source, (int) lineEnds + 1, NUL);
            return null;
        }
        int before = problems.count();
        boolean complete = readItems();
        Header read = header.finish();
        List<ScriptPart> upgrade = complete ? sections.finishUpgrade() : List.of();
        if (read == null || problems.count() > before) {
            problems.sortByLine(before);
            return null;
        }
        DowngradeSection downgrade = sections.finishDowngrade();
        return new RevisionScript(
                read.revision(),
                source,
                read.message(),
                read.created(),
                read.placeholders(),
                upgrade,
                downgrade,
                checksum(read),
                text,
                null,
                read.squash());
    }

    private boolean readItems() {
        SqlScanner scanner = SqlScanner.ofScript(text);
        try {
            for (SqlItem item = scanner.next(); item != null; item = scanner.next()) {
                read(item);
            }
            return true;
        } catch (SqlSyntaxException e) {
            problems.add(source, e);
            return false;
        }
    }

    private void read(SqlItem item) {
        if (item instanceof SqlItem.Statement statement) {
            sections.statement(statement);
        } else if (item instanceof SqlItem.Marker marker) {
            sections.marker(marker);
        } else if (item instanceof SqlItem.Comment comment) {
            sections.comment(comment);
            if (!sections.started()) {
                header.comment(comment);
            }
        }
    }

    /** The graph fields follow the statements: everything that decides what runs, and when. */
    private String checksum(Header read) {
        GraphFields.addTo(fingerprint, read.revision());
        fingerprint.add("placeholders", String.valueOf(read.placeholders()));
        return fingerprint.hex();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.packed;

import dev.retort.error.RetortException;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.lint.LearnedRates;
import dev.retort.internal.lint.SizeReader;
import dev.retort.internal.lint.packed.LintFile.PackedRevision;
import dev.retort.internal.lint.price.Pricer;
import dev.retort.internal.lint.price.Prices;
import dev.retort.internal.plan.PendingRevisionsCheck;
import dev.retort.internal.script.RevisionScript;
import dev.retort.lint.Finding;
import dev.retort.lint.LintSettings;
import dev.retort.lint.Severity;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.OnLintError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The findings of builds, judged with the sizes of one database. */
public final class PackedFindings implements PendingRevisionsCheck {

    private static final Logger log = LoggerFactory.getLogger(PackedFindings.class);

    private final ClassLoader classes;
    private final LintPolicy policy;

    /**
     * Reads nothing yet.
     *
     * @param classes finds the files of jars
     * @param policy how findings are judged, and what a start does about errors
     */
    public PackedFindings(ClassLoader classes, LintPolicy policy) {
        this.classes = classes;
        this.policy = policy;
    }

    /**
     * {@return what is known of revisions, in their order; a file that judged another text of a script counts as unknown}
     *
     * @param scripts the revisions
     * @param state what is known of the database; asked only when there are findings
     * @param connection a session in the database, outside of a transaction
     */
    public List<Finding> of(List<RevisionScript> scripts, StateSource state, MigrationConnection connection)
            throws SQLException {
        Map<String, PackedRevision> known = read();
        List<Finding> findings = new ArrayList<>();
        for (RevisionScript script : scripts) {
            PackedRevision revision = known.get(script.revision().id());
            if (revision == null) {
                continue;
            }
            if (script.hasChecksum() && script.checksum().equals(revision.checksum())) {
                findings.addAll(revision.findings());
            } else {
                log.debug(
                        "The findings of lint for revision {} are of another text of its script, and are ignored",
                        script.revision().id());
            }
        }
        return findings.isEmpty()
                ? findings
                : priced(
                        findings,
                        new Prices(new SizeReader(connection).read(), LearnedRates.of(state.get(), connection)));
    }

    /** Tells what is known of the database. */
    @FunctionalInterface
    public interface StateSource {
        /** {@return it} */
        DatabaseState get() throws SQLException;
    }

    private List<Finding> priced(List<Finding> findings, Prices prices) {
        Pricer pricer = new Pricer(prices, LintSettings.of(policy));
        return findings.stream()
                .map(pricer::price)
                .filter(finding -> finding.severity() != Severity.OFF)
                .toList();
    }

    private Map<String, PackedRevision> read() {
        Map<String, PackedRevision> known = new HashMap<>();
        try {
            for (URL file : Collections.list(classes.getResources(LintFile.PATH))) {
                read(file).revisions().forEach(revision -> known.put(revision.revision(), revision));
            }
        } catch (IOException e) {
            throw unreadable(LintFile.PATH, e);
        }
        return known;
    }

    private static LintFile read(URL file) {
        try (InputStream content = file.openStream()) {
            return LintFile.read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static RetortException unreadable(String file, Exception cause) {
        return new RetortException(
                "The findings of lint in " + file + " cannot be read.",
                cause.getMessage() + ".",
                "Write the file again with `lint --format pack`, or remove it.",
                cause);
    }

    @Override
    public void check(List<RevisionScript> pending, DatabaseState state, MigrationConnection connection)
            throws SQLException {
        List<Finding> errors = of(pending, () -> state, connection).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        errors.forEach(error -> log.warn("The build found in revision {}: {}", error.revision(), line(error)));
        if (policy.onError() == OnLintError.FAIL && !errors.isEmpty()) {
            throw new RetortException(
                    "The pending revisions do not run: lint found "
                            + (errors.size() == 1 ? "an error" : errors.size() + " errors") + " in them.",
                    "Revision " + errors.get(0).revision() + ", " + line(errors.get(0)),
                    "Change the revisions, allow the findings above their statements and build again, or set"
                            + " retort.on-lint-error=warn.");
        }
    }

    private static String line(Finding finding) {
        return finding.rule().id() + " at line " + finding.line() + ": " + finding.text();
    }
}

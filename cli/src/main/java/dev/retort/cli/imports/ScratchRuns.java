/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.imports;

import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.prove.ImportProof;
import dev.retort.internal.imports.prove.ImportReversal;
import dev.retort.internal.imports.prove.ProofResult;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.model.ScratchServer;
import java.util.List;

/**
 * The runs of an import in scratch databases, and their report.
 *
 * @param settings the settings of the project
 * @param servers the servers that can be started for scratch databases
 * @param lines what the report says of the runs
 */
record ScratchRuns(RetortSettings settings, List<ScratchServer> servers, List<String> lines) {

    /** {@return the import with downgrades for revisions that have none, where they restore everything} */
    ImportPlan reversed(ImportPlan plan) {
        ImportPlan reversed = new ImportReversal(settings, servers).run(plan);
        long before = irreversible(plan);
        long generated = before - irreversible(reversed);
        lines.add("Downgrades were generated and tried for " + generated + " of " + before + " migrations without one"
                + (generated == before ? "." : "; import-report.md names the others."));
        return reversed;
    }

    private static long irreversible(ImportPlan plan) {
        return plan.revisions().stream()
                .filter(one -> one.script().downgrade() instanceof DowngradeSection.Irreversible)
                .count();
    }

    /** Compares both series. */
    void prove(ImportPlan plan, String tool) {
        ProofResult result = new ImportProof(settings, servers).run(plan);
        if (!result.isEqual()) {
            throw new RetortException(
                    "The revisions do not give the same schema as the migrations of " + tool + "; nothing was written.",
                    String.join("\n", result.differences()),
                    "Report this with the affected migrations.");
        }
        lines.add("Both series were run from an empty database: " + result.objects()
                + " objects of the catalog and the rows of " + result.tables() + " tables and sequences are equal.");
        result.notes().forEach(note -> lines.add("- " + note));
    }
}

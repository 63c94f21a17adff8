/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.imports;

import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportedObject;
import dev.retort.internal.imports.ImportedRevision;
import dev.retort.internal.imports.SecretValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer of an import as JSON.
 *
 * @param plan what was imported
 * @param proof what the proof found
 */
record ImportAnswer(ImportPlan plan, List<String> proof) {

    /**
     * {@return the answer}
     *
     * @param written the files that were written
     */
    Map<String, Object> json(List<String> written) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "revisions", plan.revisions().stream().map(ImportAnswer::json).toList());
        answer.put("objects", plan.objects().stream().map(ImportAnswer::json).toList());
        answer.put("byHand", plan.byHand().stream().map(ImportAnswer::json).toList());
        answer.put("notes", plan.notes());
        answer.put("placeholders", SecretValues.hidden(plan.placeholders()));
        answer.put("settings", SecretValues.hidden(plan.settings()));
        answer.put("written", written);
        answer.put("proof", proof);
        return answer;
    }

    private static Map<String, Object> json(ImportedRevision revision) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("revision", revision.migration().id());
        entry.put("importedFrom", revision.migration().from().toString());
        entry.put("file", revision.migration().upgrade().file());
        entry.put("reversible", revision.migration().downgrade() != null);
        return entry;
    }

    private static Map<String, Object> json(ImportedObject object) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("revision", object.revision());
        entry.put("file", object.source());
        entry.put("name", object.fileName());
        return entry;
    }

    private static Map<String, Object> json(ByHand one) {
        return Map.of("file", one.file(), "reason", one.reason(), "advice", one.advice());
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.schema.name.QualifiedName;
import java.util.Map;

/**
 * An enum type.
 *
 * @param name its name with its schema
 * @param labels its labels by the OID of their rows, which a rename keeps
 */
public record EnumFacts(QualifiedName name, Map<Long, String> labels) {

    /** Copies the map. */
    public EnumFacts {
        labels = Map.copyOf(labels);
    }
}

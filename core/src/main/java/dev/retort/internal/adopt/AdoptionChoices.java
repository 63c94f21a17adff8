/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.adoption.AdoptionRequest;
import java.util.Map;
import java.util.Set;

/**
 * The decisions of an adoption that the history of the other tool does not make.
 *
 * @param request what was asked
 * @param outOfOrder whether missing migrations are run
 * @param placeholders the values of this database
 * @param known the revisions that count as applied already: an adoption is translated again
 */
public record AdoptionChoices(
        AdoptionRequest request, boolean outOfOrder, Map<String, String> placeholders, Set<String> known) {}

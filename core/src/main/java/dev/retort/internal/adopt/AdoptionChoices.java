/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.adoption.AdoptionRequest;
import java.util.Map;

/**
 * What decides beside the history of the other tool.
 *
 * @param request what was asked
 * @param outOfOrder whether missing migrations are run
 * @param placeholders the values of this database
 */
public record AdoptionChoices(AdoptionRequest request, boolean outOfOrder, Map<String, String> placeholders) {}

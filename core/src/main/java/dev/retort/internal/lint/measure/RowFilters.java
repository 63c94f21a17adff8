/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import java.util.Map;

/**
 * Triggers, rules and policies of a relation.
 *
 * @param triggers {@code tgenabled} of its triggers by name
 * @param rules {@code ev_enabled} of its rules by name
 * @param policies its policies by name: {@code a} allows everything to everyone, {@code p} is another permissive one, {@code r} is
 *     restrictive
 * @param security whether row security is on
 * @param forced whether it is on for the owner too
 */
public record RowFilters(
        Map<String, Character> triggers,
        Map<String, Character> rules,
        Map<String, Character> policies,
        boolean security,
        boolean forced) {

    /** Copies the maps. */
    public RowFilters {
        triggers = Map.copyOf(triggers);
        rules = Map.copyOf(rules);
        policies = Map.copyOf(policies);
    }

    /** {@return whether there is any that can be dropped without a change of the relation's own row} */
    boolean hasAny() {
        return !triggers.isEmpty() || !rules.isEmpty() || !policies.isEmpty();
    }

    /** {@return whether roles see and change fewer rows than the table has} */
    public boolean hides() {
        return security && (policies.containsValue('r') || !policies.containsValue('a'));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.schema.name.QualifiedName;

/**
 * A constraint of a domain.
 *
 * @param domain the domain with its schema
 * @param name its name
 * @param validated whether it was checked for the rows that existed
 * @param definition what follows {@code ADD CONSTRAINT name}
 */
public record DomainCheck(QualifiedName domain, String name, boolean validated, String definition) {}

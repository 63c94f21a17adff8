/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The DDL that Hibernate's own metadata asks for: {@link dev.retort.hibernate.HibernateModel} lets Hibernate emit its
 * statements, so that naming strategies, converters, types and constraints need no second implementation; what the entities
 * say of their former names goes with them. Knows
 * {@code dev.retort.annotation}, {@code dev.retort.model} and {@code dev.retort.error} of the engine, and no Spring; imported by the auto-configuration
 * and by tests.
 */
@NullMarked
package dev.retort.hibernate;

import org.jspecify.annotations.NullMarked;

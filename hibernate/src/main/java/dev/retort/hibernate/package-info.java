/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The DDL of Hibernate's metadata: in {@link dev.retort.hibernate.HibernateModel} Hibernate itself generates the
 * statements, so that naming strategies, converters, types and constraints need no second implementation. The model
 * also has the former names of the entities. Knows
 * {@code dev.retort.annotation}, {@code dev.retort.model} and {@code dev.retort.error} of the engine, and no Spring;
 * imported by the auto-configuration
 * and by tests.
 */
@NullMarked
package dev.retort.hibernate;

import org.jspecify.annotations.NullMarked;

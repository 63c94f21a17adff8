/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads the changelog of Liquibase with the Liquibase of the project, which renders every change set as SQL. Retort has no
 * part of Liquibase: {@code Reflected} is the only place that calls it.
 */
@NullMarked
package dev.retort.internal.imports.liquibase;

import org.jspecify.annotations.NullMarked;

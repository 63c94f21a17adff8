/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From a model to a revision: compares the database with a model's own DDL and replays revisions in a scratch
 * database. Callers reach it through {@link dev.retort.Retort}.
 */
@NullMarked
package dev.retort.autogenerate;

import org.jspecify.annotations.NullMarked;

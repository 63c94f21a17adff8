/* SPDX-License-Identifier: Apache-2.0 */
/** Reads the revisions of an Alembic project with the Alembic of the project, which renders each of them as SQL. */
@NullMarked
package dev.retort.internal.imports.alembic;

import org.jspecify.annotations.NullMarked;

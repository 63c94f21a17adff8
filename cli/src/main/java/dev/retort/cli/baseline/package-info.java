/* SPDX-License-Identifier: Apache-2.0 */
/** The command that generates the first revision from the schema of a database, and its report on the entities. */
@NullMarked
package dev.retort.cli.baseline;

import org.jspecify.annotations.NullMarked;

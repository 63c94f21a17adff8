/* SPDX-License-Identifier: Apache-2.0 */
/** Adopts a database under the migration lock, and undoes an adoption. */
@NullMarked
package dev.retort.internal.execute.adopt;

import org.jspecify.annotations.NullMarked;

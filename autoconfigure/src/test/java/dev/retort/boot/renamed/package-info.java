/* SPDX-License-Identifier: Apache-2.0 */
/** Entities that had other names before, away from where other tests look for entities. */
@NullMarked
package dev.retort.boot.renamed;

import org.jspecify.annotations.NullMarked;

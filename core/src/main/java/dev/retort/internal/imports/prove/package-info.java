/* SPDX-License-Identifier: Apache-2.0 */
/** Proves an import: runs the migrations of the other tool and the revisions, each in a scratch database, and compares. */
@NullMarked
package dev.retort.internal.imports.prove;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
/** Values that operations hold. */
@NullMarked
package dev.retort.operation.value;

import org.jspecify.annotations.NullMarked;

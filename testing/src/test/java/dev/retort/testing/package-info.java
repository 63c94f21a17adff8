/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package dev.retort.testing;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package dev.retort.lint;

import org.jspecify.annotations.NullMarked;

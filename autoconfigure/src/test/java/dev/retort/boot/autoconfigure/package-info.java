/* SPDX-License-Identifier: Apache-2.0 */
/** When Retort starts, what it starts with, and what it says. */
@NullMarked
package dev.retort.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

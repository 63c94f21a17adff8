/* SPDX-License-Identifier: Apache-2.0 */
/** Auto-configuration, its settings and its log output. */
@NullMarked
package dev.retort.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

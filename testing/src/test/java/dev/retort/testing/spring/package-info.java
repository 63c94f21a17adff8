/* SPDX-License-Identifier: Apache-2.0 */
/** An application and its tests, as a project would write them, and what comes of them. */
@NullMarked
package dev.retort.testing.spring;

import org.jspecify.annotations.NullMarked;

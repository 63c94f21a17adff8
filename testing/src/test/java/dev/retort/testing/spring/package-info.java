/* SPDX-License-Identifier: Apache-2.0 */
/** An application and its tests, as in a project, and their results. */
@NullMarked
package dev.retort.testing.spring;

import org.jspecify.annotations.NullMarked;

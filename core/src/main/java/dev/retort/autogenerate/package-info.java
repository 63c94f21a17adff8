/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a comparison of a database with a model is asked, and what it answers. {@link dev.retort.Authoring} makes one.
 */
@NullMarked
package dev.retort.autogenerate;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
/** The models that applications have, made in a scratch database. */
@NullMarked
package dev.retort.boot.model;

import org.jspecify.annotations.NullMarked;

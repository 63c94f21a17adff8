/* SPDX-License-Identifier: Apache-2.0 */
/** Models of applications, created in a scratch database. */
@NullMarked
package dev.retort.boot.model;

import org.jspecify.annotations.NullMarked;

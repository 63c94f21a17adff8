/* SPDX-License-Identifier: Apache-2.0 */
/** The view in a real server of Spring Boot Admin, with a real instance, in a real browser. */
@NullMarked
package dev.retort.admin;

import org.jspecify.annotations.NullMarked;

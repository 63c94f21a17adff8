/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Annotations for entities. A separate module without dependencies, so that a module of entities does not need the
 * engine on its class path. {@code dev.retort.hibernate} and the model of Spring Data JDBC read them.
 */
@NullMarked
package dev.retort.annotation;

import org.jspecify.annotations.NullMarked;

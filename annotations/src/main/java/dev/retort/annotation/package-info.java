/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What entities may say to Retort. A module of its own, which needs nothing, so that a module of entities need not have the
 * engine on its class path. Read by {@code dev.retort.hibernate} and by the model of Spring Data JDBC.
 */
@NullMarked
package dev.retort.annotation;

import org.jspecify.annotations.NullMarked;

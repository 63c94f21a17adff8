/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The models of an application: the entities of Hibernate and the mapping of Spring Data JDBC. Only commands that
 * compare a model with a database use this package; it defines no beans, so a service does not load it.
 */
@NullMarked
package dev.retort.boot.model;

import org.jspecify.annotations.NullMarked;

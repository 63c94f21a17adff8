/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The models that an application has: the entities of Hibernate, the mapping of Spring Data JDBC. Only commands that compare
 * a model with a database come here; nothing of it is a bean, so that it costs a service nothing.
 */
@NullMarked
package dev.retort.boot.model;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Spring Boot starts: the properties under {@code retort.}, the beans they make, the hooks by which Boot orders
 * other beans after the migration, and the failure analyses. Nothing but Spring Boot itself imports this package; an
 * application only reads {@link dev.retort.boot.autoconfigure.RetortProperties}.
 */
@NullMarked
package dev.retort.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

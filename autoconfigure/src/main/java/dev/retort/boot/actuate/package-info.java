/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Spring Boot's actuator shows and does of migrations: the endpoint {@code migrations}, its operations over HTTP,
 * health, info, meters and audit events. Everything goes through {@link dev.retort.Retort}; nothing here is needed by an
 * application without the actuator. Main types: {@link dev.retort.boot.actuate.MigrationsEndpoint}, what may be read,
 * and {@link dev.retort.boot.actuate.MigrationsEndpointWebExtension}, what may be changed, over HTTP only.
 */
@NullMarked
package dev.retort.boot.actuate;

import org.jspecify.annotations.NullMarked;

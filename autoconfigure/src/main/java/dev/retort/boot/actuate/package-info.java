/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Actuator support: the endpoint {@code migrations}, its operations over HTTP, health, info, meters and audit events.
 * All access goes through {@link dev.retort.Retort}. An application without the actuator uses nothing of this package.
 * Main types: {@link dev.retort.boot.actuate.MigrationsEndpoint} with the read operations, and {@link
 * dev.retort.boot.actuate.MigrationsEndpointWebExtension} with the write operations, over HTTP only.
 */
@NullMarked
package dev.retort.boot.actuate;

import org.jspecify.annotations.NullMarked;

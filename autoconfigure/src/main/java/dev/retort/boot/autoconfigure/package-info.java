/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Auto-configuration: the beans, and the detectors with which Spring Boot orders other beans after the migration. Only
 * Spring Boot uses this package.
 */
@NullMarked
package dev.retort.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

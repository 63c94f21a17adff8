/* SPDX-License-Identifier: Apache-2.0 */
/** Reads the configuration of a Spring Boot project, and works out how it changes when a project moves to Retort. */
@NullMarked
package dev.retort.internal.imports.project;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
/** Java revisions of an application that commands run in. */
@org.jspecify.annotations.NullMarked
package dev.retort.boot.command.revisions;

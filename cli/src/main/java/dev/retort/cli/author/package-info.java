/* SPDX-License-Identifier: Apache-2.0 */
/** Commands that write scripts: editor, hooks, generated revisions, rebase. */
@NullMarked
package dev.retort.cli.author;

import org.jspecify.annotations.NullMarked;

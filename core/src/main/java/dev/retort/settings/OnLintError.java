/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * What a start does when the findings of the build about pending revisions contain an error.
 *
 * @since 0.1
 */
public enum OnLintError {
    /** Logs each as a warning and migrates. */
    WARN,
    /** Logs them and fails before the first revision runs. */
    FAIL
}

/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package dev.retort.run;

import org.jspecify.annotations.NullMarked;

/** Commands in an application, in separate processes. */
@NullMarked
package dev.retort.boot.command;

import org.jspecify.annotations.NullMarked;

/** Commands in an application, as processes of their own. */
@NullMarked
package dev.retort.boot.command;

import org.jspecify.annotations.NullMarked;

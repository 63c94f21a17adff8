/** Tests of the commands, on a real server. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;

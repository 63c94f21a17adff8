/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import java.util.Arrays;
import java.util.Optional;

/**
 * A line in the source of a Java revision.
 *
 * @param file the name of the source file
 * @param line the line, counted from 1
 */
public record CodeLine(String file, int line) {

    /** {@return the line of the class that is running now; its lambdas and nested classes count as itself} */
    public static CodeLine running(Class<?> type) {
        Optional<StackTraceElement> frame = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::toStackTraceElement)
                        .filter(element -> belongs(element, type))
                        .findFirst());
        return of(frame, type);
    }

    /** {@return the line of the class that an error came from} */
    static CodeLine of(Throwable error, Class<?> type) {
        return of(
                Arrays.stream(error.getStackTrace())
                        .filter(element -> belongs(element, type))
                        .findFirst(),
                type);
    }

    private static boolean belongs(StackTraceElement element, Class<?> type) {
        String name = element.getClassName();
        return name.equals(type.getName()) || name.startsWith(type.getName() + "$");
    }

    private static CodeLine of(Optional<StackTraceElement> element, Class<?> type) {
        return element.map(
                        found -> new CodeLine(String.valueOf(found.getFileName()), Math.max(1, found.getLineNumber())))
                .orElse(new CodeLine(type.getName(), 1));
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}

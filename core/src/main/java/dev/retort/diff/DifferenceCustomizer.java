/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

/**
 * Inspects and rewrites a difference before it is reported or written as a script: Alembic's
 * {@code process_revision_directives}. {@code revision --autogenerate} writes the rewritten difference and
 * {@code check} reports it, so that {@code check} does not report a removed operation.
 *
 * <p>Beans of this type are called in their order in an application; the stand-alone command line calls the services of
 * the class path ({@link java.util.ServiceLoader}), an application calls them after its beans. Each receives the result
 * of the one before it. They are called on the thread that compares, after both schemas were read and outside of a
 * transaction; an exception ends the command.
 *
 * <p>The customizer is then responsible for {@code upgrade} and {@code downgrade}: they are independent, so a change to
 * one usually needs its counterpart in the other. {@link Difference#without} changes both.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DifferenceCustomizer {

    /**
     * Rewrites a difference. An exception ends the command, which names this customizer; nothing is written.
     *
     * @param difference the difference, possibly rewritten by the previous customizer
     * @param context the comparison
     * @return the new difference; the given one if nothing changes
     */
    Difference customize(Difference difference, ComparisonContext context);

    /** {@return its name in messages: its class} */
    default String name() {
        return getClass().getName();
    }
}

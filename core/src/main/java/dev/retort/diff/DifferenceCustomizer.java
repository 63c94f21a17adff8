/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

/**
 * Inspects and rewrites what a comparison found, before it is reported or written as a script: what Alembic calls
 * {@code process_revision_directives}. {@code revision --autogenerate} writes what comes out, and {@code check} reports it, so
 * that an operation that was taken out is not missing.
 *
 * <p>Beans of this type are called in their order in an application; stand-alone, the services of the class path
 * ({@link java.util.ServiceLoader}) are, in an application after its beans. Each gets what the one before it made.
 *
 * <p>What {@code upgrade} and {@code downgrade} do is then the customizer's responsibility: each goes its own way, so a change
 * to one mostly needs its counterpart in the other. {@link Difference#without} takes care of that.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DifferenceCustomizer {

    /**
     * Rewrites a difference. An exception ends the command, which names this customizer; nothing is written.
     *
     * @param difference what was found, or what the customizer before made of it
     * @param context what was compared
     * @return the difference that counts; the given one where there is nothing to change
     */
    Difference customize(Difference difference, ComparisonContext context);

    /** {@return what messages call it: its class} */
    default String name() {
        return getClass().getName();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import dev.retort.model.SchemaModel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The request of {@code lint}.
 *
 * @param range the revisions, {@code a:b}; {@code null} for those that are pending, or with {@code replay} for all
 * @param replay whether no database is asked: the starting schema comes from replaying revisions
 * @param since with {@code replay}, the revision after which judging begins; {@code null} for the first
 * @param sizes sizes from a file; {@code null} to ask the database, where one is asked
 * @param settings how findings are judged
 * @param model what the entities map; {@code null} for no model
 * @param data the questions to the rows of the database; {@code null} for none
 * @param alone whether each revision is judged as if it were deployed alone: what earlier ones create counts as filled
 * @param today the day, for suppressions with a date
 * @since 0.1
 */
public record LintRequest(
        @Nullable String range,
        boolean replay,
        @Nullable String since,
        @Nullable Sizes sizes,
        LintSettings settings,
        @Nullable SchemaModel model,
        @Nullable DataQuestions data,
        boolean alone,
        LocalDate today) {

    /**
     * {@return a request for the pending revisions of a database, judged by the defaults}
     *
     * @param today the day against which suppressions with a date are judged
     */
    public static LintRequest pending(LocalDate today) {
        return new LintRequest(null, false, null, null, LintSettings.DEFAULT, null, null, false, today);
    }

    /**
     * {@return a request for all revisions that asks no database, judged by the defaults}
     *
     * @param today the day against which suppressions with a date are judged
     */
    public static LintRequest replayed(LocalDate today) {
        return new LintRequest(null, true, null, null, LintSettings.DEFAULT, null, null, false, today);
    }

    /**
     * {@return this request with other settings}
     *
     * @param other the settings in place of these
     */
    public LintRequest withSettings(LintSettings other) {
        return new LintRequest(range, replay, since, sizes, other, model, data, alone, today);
    }

    /**
     * {@return this request with a model; {@code null} for none}
     *
     * @param other the model that tells which names the entities map; {@code null} for none
     */
    public LintRequest withModel(@Nullable SchemaModel other) {
        return new LintRequest(range, replay, since, sizes, settings, other, data, alone, today);
    }

    /**
     * {@return this request with sizes from elsewhere than the database}
     *
     * @param other the sizes of tables and indexes; {@code null} to ask the database
     */
    public LintRequest withSizes(@Nullable Sizes other) {
        return new LintRequest(range, replay, since, other, settings, model, data, alone, today);
    }

    /**
     * {@return this request with questions to the rows of the database}
     *
     * @param other how the rows are asked; {@code null} to ask nothing
     */
    public LintRequest withData(@Nullable DataQuestions other) {
        return new LintRequest(range, replay, since, sizes, settings, model, other, alone, today);
    }

    /**
     * {@return this request for the revisions after one of them}
     *
     * @param other the revision after which judging begins; {@code null} for the first
     */
    public LintRequest withSince(@Nullable String other) {
        return new LintRequest(range, replay, other, sizes, settings, model, data, alone, today);
    }

    /**
     * {@return this request for a range}
     *
     * @param other revisions as {@code a:b}; {@code null} for the pending ones, or with replay for all
     */
    public LintRequest withRange(@Nullable String other) {
        return new LintRequest(other, replay, since, sizes, settings, model, data, alone, today);
    }

    /** {@return this request with each revision judged as if it were deployed alone} */
    public LintRequest withEachAlone() {
        return new LintRequest(range, replay, since, sizes, settings, model, data, true, today);
    }
}

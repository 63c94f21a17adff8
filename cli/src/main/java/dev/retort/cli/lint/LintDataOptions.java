/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.settings.SettingKind;
import dev.retort.internal.jdbc.url.PostgresUrl;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.lint.DataQuestions;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether and how the rows of the database are asked. */
final class LintDataOptions {

    private static final int EXAMPLES = 5;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            description =
                    "Ask the database whether its rows allow the revisions: rows without a value, duplicates, orphans,"
                            + " rows that fail a check. Reads only.")
    private boolean data;

    @Option(names = "--data-url", paramLabel = "<url>", description = "Ask this replica instead, as the same user.")
    private @Nullable String url;

    @Option(
            names = "--data-timeout",
            paramLabel = "<time>",
            defaultValue = "10s",
            description = "How long each question may take; 10s unless told.")
    private String timeout = "10s";

    @Option(names = "--examples", description = "Name up to five keys of such rows, but not in Markdown and SARIF.")
    private boolean examples;

    /**
     * {@return the questions; {@code null} for none}
     *
     * @param server whose user and password a replica takes; {@code null} when they are not known
     */
    @Nullable
    DataQuestions questions(@Nullable ServerAddress server) {
        if (!data && url == null) {
            return null;
        }
        return new DataQuestions(url == null ? null : replica(server, url), duration(), examples ? EXAMPLES : 0);
    }

    private static DataSource replica(@Nullable ServerAddress server, String url) {
        PostgresUrl given = PostgresUrl.parse(url, "--data-url");
        PostgresUrl own = server == null ? null : server.url();
        return own == null
                ? given.dataSource()
                : given.as(
                                given.user() == null ? own.user() : given.user(),
                                given.password() == null ? own.password() : given.password())
                        .dataSource();
    }

    private Duration duration() {
        try {
            return SettingKind.DURATION.reader().apply(timeout);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The time " + timeout + " cannot be read: it is not " + SettingKind.DURATION.rule() + ".",
                    e);
        }
    }
}

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

/** The options that let lint query the rows of the database. */
final class LintDataOptions {

    private static final int EXAMPLES = 5;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            description = "Check with read-only queries whether the rows allow the revisions: missing values,"
                    + " duplicates, orphans, violated checks.")
    private boolean data;

    @Option(
            names = "--data-url",
            paramLabel = "<url>",
            description = "Run the queries on this replica, as the same user.")
    private @Nullable String url;

    @Option(
            names = "--data-timeout",
            paramLabel = "<time>",
            defaultValue = "10s",
            description = "The statement_timeout of each query. Default: 10s.")
    private String timeout = "10s";

    @Option(names = "--examples", description = "Print up to five keys of such rows, except in Markdown and SARIF.")
    private boolean examples;

    /**
     * {@return the queries; {@code null} for none}
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

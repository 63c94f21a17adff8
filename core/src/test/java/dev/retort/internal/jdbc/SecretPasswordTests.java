/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.url.PostgresUrl;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.model.ScratchSettings;
import dev.retort.test.Samples;
import dev.retort.test.Seeds;
import dev.retort.test.UrlPasswords;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No form of a URL gives its password away: in a text, an error, a stack trace or a log, the driver's finest included. */
class SecretPasswordTests {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private final StringWriter seen = new StringWriter();

    /** Takes all that the driver logs. */
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord record) {
            seen.append(String.valueOf(record.getMessage()))
                    .append(Arrays.deepToString(record.getParameters()))
                    .append(
                            record.getParameters() == null
                                    ? ""
                                    : MessageFormat.format(record.getMessage(), record.getParameters()));
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(seen));
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @Tag(Samples.TAG)
    @Test
    void noPasswordIsSeenAnywhere() {
        Seeds.check(Samples.tries(15, 300), random -> {
            String password = UrlPasswords.of(random.nextLong());
            seen.getBuffer().setLength(0);
            Level before = DRIVER.getLevel();
            DRIVER.addHandler(log);
            DRIVER.setLevel(Level.ALL);
            DRIVER.setUseParentHandlers(false);
            try {
                // Port 1 refuses: what is tested is how that fails.
                UrlPasswords.urls("localhost:1", password).forEach(this::use);
            } finally {
                DRIVER.setUseParentHandlers(true);
                DRIVER.setLevel(before);
                DRIVER.removeHandler(log);
            }
            assertThat(seen.toString()).isNotEmpty().satisfies(text -> UrlPasswords.assertAbsent(password, text));
        });
    }

    private void use(String url) {
        seen.append(PostgresUrl.describe(url)).append('\n');
        seen.append(new ScratchSettings(url, null, null).toString()).append('\n');
        try {
            ServerAddress address = new ServerAddress(url, null, null);
            PostgresUrl parsed = address.url();
            seen.append(address + "\n" + parsed + "\n" + parsed.inWords() + "\n" + parsed.dataSource() + "\n");
            ConnectionSource.withoutRetries(address.itself()).open().close();
        } catch (RetortException e) {
            e.printStackTrace(new PrintWriter(seen));
        }
    }
}

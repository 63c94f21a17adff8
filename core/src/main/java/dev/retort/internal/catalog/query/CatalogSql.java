/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a catalog query for one version of PostgreSQL.
 *
 * <p>The resource marks parts for some versions as {@code {since 18: this else: that}}.
 */
final class CatalogSql {

    private static final Pattern CHOICE = Pattern.compile("\\{since (\\d+): (.*?)\\s+else: (.*?)}", Pattern.DOTALL);

    private CatalogSql() {}

    /** Reads the query of this name. */
    static String read(String name, int majorVersion) {
        return CHOICE.matcher(resource(name)).replaceAll(choice -> chosen(choice, majorVersion));
    }

    private static String chosen(MatchResult choice, int majorVersion) {
        boolean newer = majorVersion >= Integer.parseInt(choice.group(1));
        return Matcher.quoteReplacement(choice.group(newer ? 2 : 3));
    }

    private static String resource(String name) {
        try (InputStream in = CatalogSql.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + ".sql is missing from Retort's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A slice with JDBC finds the tables. */
@JdbcTest
class JdbcSliceTests {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @DynamicPropertySource
    static void connection(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::user);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void findsTheTables(@Autowired JdbcClient jdbc) {
        assertThat(jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single())
                .isZero();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole application is at head before its first bean. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ApplicationTests {

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
    void isAtHead(@Autowired Retort retort, @Autowired @Qualifier("retort") Retort named) {
        assertThat(retort).isSameAs(named);
        assertThat(retort.status().upToDate()).isTrue();
    }
}

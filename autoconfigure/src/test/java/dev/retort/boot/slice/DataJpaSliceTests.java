/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A slice with JPA finds the tables. */
@DataJpaTest
class DataJpaSliceTests {

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
    void findsTheTables(@Autowired TestEntityManager entities) {
        entities.persistAndFlush(new Customer(1, "Ada", null));
        entities.clear();
        assertThat(entities.find(Customer.class, 1L)).extracting(Customer::name).isEqualTo("Ada");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import org.springframework.boot.test.context.SpringBootTest;

/** The same where the properties have a URL for migrations: the container takes its place. */
@SpringBootTest(
        classes = ServiceConnectionTests.Application.class,
        properties = {"retort.url=jdbc:postgresql://localhost:1/nowhere", "retort.username=nobody"})
class ServiceConnectionInsteadOfUrlTests extends ServiceConnectionTests {}

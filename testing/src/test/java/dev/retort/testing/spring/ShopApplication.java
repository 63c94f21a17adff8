/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The application under test. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ShopApplication {}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application of the entities. */
@SpringBootApplication(proxyBeanMethods = false)
class ShopApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }
}

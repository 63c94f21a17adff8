/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.crash;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** An application that DevTools restarts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class})
class RestartingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RestartingApplication.class, arguments);
    }
}

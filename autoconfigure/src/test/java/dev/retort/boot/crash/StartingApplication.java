/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.crash;

import dev.retort.boot.autoconfigure.RetortAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** An application that migrates when it starts, and ends. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, RetortAutoConfiguration.class})
class StartingApplication {

    public static void main(String[] arguments) {
        System.exit(SpringApplication.exit(SpringApplication.run(StartingApplication.class, arguments)));
    }
}

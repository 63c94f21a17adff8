/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The users.
 *
 * @param users by name
 */
@ConfigurationProperties("demo")
@Validated
record UserProperties(@NotEmpty Map<String, @Valid User> users) {

    UserProperties {
        users = Map.copyOf(users);
    }

    /**
     * A user.
     *
     * @param password in plain text, as in the environment; only its hash is stored
     * @param roles without {@code ROLE_}
     */
    record User(@NotBlank String password, @NotEmpty List<String> roles) {

        User {
            roles = List.copyOf(roles);
        }

        @Override
        public String toString() {
            return "User[roles=" + roles + "]";
        }
    }
}

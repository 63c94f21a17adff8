/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads a visitor to the page of the migrations, and says in the log where it is and who may see it. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final UserProperties users;

    Welcome(UserProperties users) {
        this.users = users;
    }

    @GetMapping("/")
    String welcome() {
        return "redirect:/actuator/migrations";
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext server
                && server.getWebServer() != null) {
            LOG.info(
                    "Open http://localhost:{} and sign in as {}.",
                    server.getWebServer().getPort(),
                    new TreeMap<>(users.users())
                            .entrySet().stream().map(Welcome::describe).collect(Collectors.joining(" or ")));
        }
    }

    private static String describe(Map.Entry<String, UserProperties.User> user) {
        boolean isDefault = user.getValue().password().equals(user.getKey());
        String may = user.getValue().roles().contains("MIGRATIONS_ADMIN") ? "may migrate" : "may read";
        return "'" + user.getKey() + "' (" + may + (isDefault ? "; the password is the name)" : ")");
    }
}

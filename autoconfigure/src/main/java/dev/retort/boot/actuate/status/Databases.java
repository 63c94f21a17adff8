/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.Retort;
import dev.retort.boot.actuate.answer.RequestRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The databases of a context and its parents: all beans of type {@link Retort}, by the name in their settings.
 *
 * @since 0.1
 */
public final class Databases {

    private final ApplicationContext context;

    Databases(ApplicationContext context) {
        this.context = context;
    }

    /** The databases of one context. */
    public record InContext(String id, @Nullable String parentId, Map<String, Retort> databases) {}

    /** {@return the contexts, nearest first} */
    public List<InContext> contexts() {
        List<InContext> contexts = new ArrayList<>();
        for (ApplicationContext each = context; each != null; each = each.getParent()) {
            ApplicationContext parent = each.getParent();
            contexts.add(new InContext(id(each), parent == null ? null : id(parent), named(each)));
        }
        return contexts;
    }

    /** {@return all databases; if a parent context has the same name, the nearer one} */
    public Map<String, Retort> byName() {
        Map<String, Retort> all = new LinkedHashMap<>();
        contexts().forEach(each -> each.databases().forEach(all::putIfAbsent));
        return all;
    }

    /**
     * Finds the database of a request.
     *
     * @param name its name; {@code null} for the only one
     * @throws RequestRefusedException if there is none of that name, or a name is required
     */
    public Retort select(@Nullable String name) {
        Map<String, Retort> all = byName();
        String meant = meant(name, all);
        if (meant == null) {
            throw RequestRefusedException.unusable(
                    "No database is selected.",
                    "There are several: " + String.join(", ", all.keySet()) + ".",
                    "Name one as 'database'.");
        }
        Retort database = all.get(meant);
        if (database == null) {
            throw RequestRefusedException.notFound(
                    "Unknown database.",
                    "The databases are: " + String.join(", ", all.keySet()) + ".",
                    "Name one of them as 'database'.");
        }
        return database;
    }

    /** {@return the name of the database of a request; {@code null} if it names none and there are several} */
    @Nullable
    public String nameOf(@Nullable String name) {
        return meant(name, byName());
    }

    private static @Nullable String meant(@Nullable String name, Map<String, Retort> all) {
        return name == null && all.size() == 1 ? all.keySet().iterator().next() : name;
    }

    /** If two beans have the same name in their settings, the second is shown by its bean name. */
    private static Map<String, Retort> named(ApplicationContext context) {
        Map<String, Retort> named = new LinkedHashMap<>();
        context.getBeansOfType(Retort.class)
                .forEach((beanName, retort) -> named.merge(
                        named.containsKey(retort.settings().name())
                                ? beanName
                                : retort.settings().name(),
                        retort,
                        (first, second) -> first));
        return named;
    }

    private static String id(ApplicationContext context) {
        return Objects.requireNonNullElseGet(context.getId(), context::getDisplayName);
    }
}

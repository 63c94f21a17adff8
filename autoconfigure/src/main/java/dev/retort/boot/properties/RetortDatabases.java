/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * The configured databases with their effective properties: the database's own keys, then those of {@code retort}
 * itself, then the defaults.
 *
 * @since 0.1
 */
public final class RetortDatabases {

    public static final String SINGLE = "default";

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("retort");
    private static final ConfigurationPropertyName DATABASES = ROOT.append("databases");

    private final DatabaseProperties shared;
    private final Map<String, DatabaseProperties> named;

    private RetortDatabases(DatabaseProperties shared, Map<String, DatabaseProperties> named) {
        this.shared = shared;
        this.named = named;
    }

    /**
     * Reads the databases.
     *
     * @param environment has the keys
     * @param shared the keys of {@code retort} itself
     */
    public static RetortDatabases of(Environment environment, DatabaseProperties shared) {
        return new RetortDatabases(shared, named(environment));
    }

    /** {@return the databases that the keys name} */
    public static Map<String, DatabaseProperties> named(Environment environment) {
        Binder binder = Binder.get(environment);
        return binder.bind(DATABASES, Bindable.mapOf(String.class, DatabaseProperties.class), new Inheritance(binder))
                .orElseGet(LinkedHashMap::new);
    }

    /** {@return whether databases are named, so that the keys of {@code retort} itself are only their defaults} */
    public boolean areSeveral() {
        return !named.isEmpty();
    }

    /** {@return all databases by name} */
    public Map<String, DatabaseProperties> all() {
        return areSeveral() ? named : Map.of(SINGLE, shared);
    }

    /** {@return the properties of a database; those of {@code retort} itself if it is not named} */
    public DatabaseProperties get(String name) {
        return named.getOrDefault(name, shared);
    }

    /** {@return the key under which a property of a database is set} */
    public String key(String name, String property) {
        return named.containsKey(name) ? "retort.databases." + name + "." + property : "retort." + property;
    }

    /** Binds each database on a copy of the inherited values. */
    private static final class Inheritance extends AbstractBindHandler {

        private final Binder binder;

        Inheritance(Binder binder) {
            this.binder = binder;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable Bindable<T> onStart(
                ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
            return DATABASES.isParentOf(name)
                    ? target.withSuppliedValue(() -> (T) inherited(name))
                    : super.onStart(name, target, context);
        }

        /** A database with its own address does not inherit another. */
        private DatabaseProperties inherited(ConfigurationPropertyName name) {
            DatabaseProperties inherited = bind(ROOT);
            DatabaseProperties own = bind(name);
            if (own.getUrl() != null || own.getDataSource() != null) {
                inherited.setUrl(null);
                inherited.setDataSource(null);
            }
            return inherited;
        }

        private DatabaseProperties bind(ConfigurationPropertyName name) {
            return binder.bind(name, Bindable.of(DatabaseProperties.class)).orElseGet(DatabaseProperties::new);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import dev.retort.cli.standalone.CustomizerServices;
import dev.retort.diff.ComparisonContext;
import dev.retort.diff.Difference;
import dev.retort.diff.DifferenceCustomizer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;

/** The customizers of differences in an application: its beans in order, then the services of its class path. */
final class CustomizerBeans {

    private final ConfigurableApplicationContext context;

    CustomizerBeans(ConfigurableApplicationContext context) {
        this.context = context;
    }

    List<DifferenceCustomizer> all() {
        IdentityHashMap<DifferenceCustomizer, String> names = new IdentityHashMap<>();
        context.getBeansOfType(DifferenceCustomizer.class).forEach((name, bean) -> names.put(bean, name));
        List<DifferenceCustomizer> all = new ArrayList<>();
        context.getBeanProvider(DifferenceCustomizer.class)
                .orderedStream()
                .forEach(bean -> all.add(new Named(names.getOrDefault(bean, bean.name()), bean)));
        all.addAll(CustomizerServices.of(Objects.requireNonNull(context.getClassLoader())));
        return all;
    }

    /**
     * A bean with its name for messages: its class can be that of a lambda expression.
     *
     * @param name the name of the bean
     * @param bean the bean
     */
    private record Named(String name, DifferenceCustomizer bean) implements DifferenceCustomizer {

        @Override
        public Difference customize(Difference difference, ComparisonContext comparison) {
            return bean.customize(difference, comparison);
        }
    }
}

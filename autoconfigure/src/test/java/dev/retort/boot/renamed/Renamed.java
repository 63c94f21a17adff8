/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.renamed;

import dev.retort.annotation.RenamedFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.CrudRepository;

/** Aggregates that had other names before. */
public final class Renamed {

    private Renamed() {}

    @RenamedFrom("purchase")
    record CustomerOrder(
            @Id @Nullable Long id,
            @RenamedFrom("who") String customerName,
            @Embedded(onEmpty = OnEmpty.USE_NULL) @Nullable Address home,
            List<OrderItem> items) {}

    record Address(@RenamedFrom("postcode") String zip) {}

    @RenamedFrom("line")
    record OrderItem(@RenamedFrom("amount") int price) {}

    record Parcel(
            @Id @Nullable Long id, @RenamedFrom("contents") List<OrderItem> items) {}

    interface Orders extends CrudRepository<CustomerOrder, Long> {}

    interface Parcels extends CrudRepository<Parcel, Long> {}

    @Configuration(proxyBeanMethods = false)
    @EnableJdbcRepositories(
            considerNestedRepositories = true,
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Parcels.class))
    public static class Shop {}

    @Configuration(proxyBeanMethods = false)
    @EnableJdbcRepositories(
            considerNestedRepositories = true,
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Orders.class))
    public static class Wrong {}
}

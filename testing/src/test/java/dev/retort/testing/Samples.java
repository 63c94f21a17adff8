/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

/** Test classes as projects write them, some for migrations with faults; {@link MigrationTestsTests} runs them. */
final class Samples {

    private Samples() {}

    @Migrations(locations = "classpath:migrations/shop", model = "sql:src/test/resources/migrations/shop.sql")
    static class Shop implements MigrationTests {}

    @Migrations(locations = "classpath:migrations/shop")
    static class ShopWithoutModel implements MigrationTests {}

    @Migrations(locations = "classpath:migrations/shop", model = "sql:src/test/resources/migrations/wider_shop.sql")
    static class WiderShop implements MigrationTests {}

    @Migrations(locations = "classpath:migrations/shop", objects = "classpath:objects/shop")
    static class ShopWithObjects implements MigrationTests {}

    @Migrations(locations = "classpath:migrations/forgetful")
    static class Forgetful implements MigrationTests {}

    @Migrations(locations = "classpath:migrations/broken")
    static class Broken implements MigrationTests {}

    @Migrations(locations = "classpath:migrations/two_heads")
    static class TwoHeads implements MigrationTests {}

    @Migrations(locations = "classpath:migrations/unmarked")
    static class Unmarked implements MigrationTests {}

    @Migrations(placeholders = "currency")
    static class WrongPlaceholder implements MigrationTests {}
}

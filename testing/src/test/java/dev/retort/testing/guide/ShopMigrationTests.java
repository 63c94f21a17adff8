/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.guide;

import dev.retort.testing.MigrationTests;
import dev.retort.testing.Migrations;

@Migrations(locations = "classpath:migrations/shop", model = "sql:src/test/resources/migrations/shop.sql")
class ShopMigrationTests implements MigrationTests {}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.boot.MigrationConnectionDetails;

/** The connection of a container or of a service of a compose file. */
interface ServiceConnectionDetails extends MigrationConnectionDetails {}

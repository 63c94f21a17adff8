/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.RunIdentity;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the identity of a run. */
final class Identities {

    private Identities() {}

    static RunIdentity of(UUID runId, RunEnvironment environment, RunRequest request) {
        return of(runId, environment, request.requester(), request.reason());
    }

    static RunIdentity of(UUID runId, RunEnvironment environment, Requester requester, @Nullable String reason) {
        return new RunIdentity(
                runId, requester.principal(), reason, environment.session().applicationName(), host(), version());
    }

    private static String host() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isEmpty()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown (" + e.getMessage() + ")";
        }
    }

    /** {@return the version of Retort that runs} */
    static String version() {
        String version = Identities.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

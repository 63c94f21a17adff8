/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.history.RunIdentity;
import dev.retort.run.Requester;
import dev.retort.run.RunRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the identity of a run. */
public final class RunIdentities {

    private RunIdentities() {}

    public static RunIdentity of(UUID runId, RunEnvironment environment, RunRequest request) {
        return of(runId, environment, request.requester(), request.reason());
    }

    public static RunIdentity of(UUID runId, RunEnvironment environment, Requester requester, @Nullable String reason) {
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
        String version = RunIdentities.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.name;

/**
 * A major version of PostgreSQL, which decides what SQL there is.
 *
 * @param major the first number of the version: 13 to 18 are known and tested
 * @since 0.1
 */
public record ServerVersion(int major) implements Comparable<ServerVersion> {

    /** The oldest version that Retort works with. */
    public static final ServerVersion OLDEST = new ServerVersion(13);

    /** The newest version that Retort knows. */
    public static final ServerVersion NEWEST = new ServerVersion(18);

    /**
     * Refuses what is older than {@link #OLDEST}.
     *
     * @param major the first number of the version: 13 to 18 are known and tested
     */
    public ServerVersion {
        if (major < 13) {
            throw new IllegalArgumentException("PostgreSQL " + major + " is older than 13, the oldest supported one");
        }
    }

    /**
     * {@return whether this is that version or a newer one}
     *
     * @param other a major version, such as 15
     */
    public boolean atLeast(int other) {
        return major >= other;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return "PostgreSQL " + major;
    }
}

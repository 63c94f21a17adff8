/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.catalog;

import dev.retort.schema.Grant;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What any object may carry: a comment, and privileges of others than its owner. */
final class Annotations {

    private final Map<Address, String> comments = new HashMap<>();
    private final Map<Address, List<Grant>> grants = new HashMap<>();

    private Annotations() {}

    /** Reads all comments, and the privileges in some schemas. */
    static Annotations read(CatalogSession session, List<String> schemas) throws SQLException {
        Annotations annotations = new Annotations();
        session.query("comments", row -> annotations.comments.put(Address.read(row), row.text("comment")));
        session.query("grants", row -> annotations.add(Address.read(row), grant(row)), schemas);
        annotations.grants.values().forEach(Collections::sort);
        return annotations;
    }

    private boolean add(Address address, Grant grant) {
        return grants.computeIfAbsent(address, key -> new ArrayList<>()).add(grant);
    }

    private static Grant grant(CatalogRow row) throws SQLException {
        return new Grant(row.text("grantee"), row.text("privilege"), row.flag("grantable"), row.flag("revoked"));
    }

    @Nullable
    String comment(Address address) {
        return comments.get(address);
    }

    List<Grant> grants(Address address) {
        return grants.getOrDefault(address, List.of());
    }
}

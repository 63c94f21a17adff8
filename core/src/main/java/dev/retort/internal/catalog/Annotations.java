/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.CatalogSession;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.part.Grant;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties that every object can have: a comment, and privileges of others than its owner. */
final class Annotations {

    private final Map<ObjectAddress, String> comments = new HashMap<>();
    private final Map<ObjectAddress, List<Grant>> grants = new HashMap<>();

    private Annotations() {}

    /** Reads all comments, and the privileges in some schemas. */
    static Annotations read(CatalogSession session, List<String> schemas) throws SQLException {
        Annotations annotations = new Annotations();
        session.query("comments", row -> annotations.comments.put(ObjectAddress.read(row), row.text("comment")));
        session.query("grants", row -> annotations.add(ObjectAddress.read(row), grant(row)), schemas);
        annotations.grants.values().forEach(Collections::sort);
        return annotations;
    }

    private boolean add(ObjectAddress address, Grant grant) {
        return grants.computeIfAbsent(address, key -> new ArrayList<>()).add(grant);
    }

    private static Grant grant(CatalogRow row) throws SQLException {
        return new Grant(row.text("grantee"), row.text("privilege"), row.flag("grantable"), row.flag("revoked"));
    }

    @Nullable
    String comment(ObjectAddress address) {
        return comments.get(address);
    }

    List<Grant> grants(ObjectAddress address) {
        return grants.getOrDefault(address, List.of());
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationListener;

/** Stores the audit events of migrations; ignores those of Spring Security. */
final class AuditLog implements ApplicationListener<AuditApplicationEvent> {

    private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void onApplicationEvent(AuditApplicationEvent event) {
        if (event.getAuditEvent().getType().startsWith("MIGRATION_")) {
            events.add(event.getAuditEvent());
        }
    }

    List<AuditEvent> events() {
        return List.copyOf(events);
    }

    void clear() {
        events.clear();
    }
}

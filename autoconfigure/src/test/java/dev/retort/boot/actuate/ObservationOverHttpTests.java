/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.RunningApplication.Answer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/** Health, info, meters, audit events and JMX of a running application. */
class ObservationOverHttpTests extends MigrationsOverHttp {

    ObservationOverHttpTests() {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class, Users.class, AuditEvents.class);
        property("management.endpoint.health.show-details", "always");
        property("management.endpoint.health.show-components", "always");
        property("management.endpoint.health.probes.enabled", "true");
        property("management.endpoint.migrations.access", "unrestricted");
        property("management.endpoints.jmx.exposure.include", "migrations");
        property("spring.jmx.enabled", "true");
        property("spring.jmx.unique-names", "true");
    }

    @Test
    void isUpWithDetails() {
        Answer answer = application().get(READER, "/actuator/health/migrations");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/status").asString()).isEqualTo("UP");
        assertThat(answer.texts("/details/current")).containsExactly(THIRD);
        assertThat(answer.at("/details/upToDate").asBoolean(false)).isTrue();
        assertThat(answer.at("/details/pending").asInt(-1)).isZero();
    }

    @Test
    void staysUpWhileTheDatabaseIsHeld() {
        application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false"));

        Answer answer = application().get(READER, "/actuator/health/migrations");

        assertThat(answer.at("/status").asString()).isEqualTo("UP");
        assertThat(answer.at("/details/held").asBoolean(false)).isTrue();
        assertThat(answer.at("/details/pending").asInt()).isEqualTo(1);
    }

    @Test
    void isNoPartOfTheProbes() {
        assertThat(application().get(READER, "/actuator/health").text()).contains("migrations");
        HealthEndpointGroups groups = application().context().getBean(HealthEndpointGroups.class);
        assertThat(groups.getNames()).contains("liveness", "readiness");
        for (String name : groups.getNames()) {
            assertThat(Objects.requireNonNull(groups.get(name)).isMember("migrations"))
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void addsTheVersionToTheInfo() {
        Answer answer = application().get(READER, "/actuator/info");

        assertThat(answer.texts("/migrations/default/current")).containsExactly(THIRD);
        assertThat(answer.texts("/migrations/default/heads")).containsExactly(THIRD);
    }

    @Test
    void measuresTheRunOfTheStart() {
        Answer answer = application()
                .get(
                        READER,
                        "/actuator/metrics/retort.run.duration?tag=operation:upgrade&tag=outcome:succeeded"
                                + "&tag=database:default");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/measurements/0/statistic").asString()).isEqualTo("COUNT");
        assertThat(answer.at("/measurements/0/value").asDouble()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void measuresTheStateOfTheDatabase() {
        application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false"));

        assertThat(gauge("retort.revisions?tag=state:applied")).isEqualTo(2);
        assertThat(gauge("retort.revisions?tag=state:pending")).isEqualTo(1);
        assertThat(gauge("retort.held?tag=database:default")).isEqualTo(1);
    }

    private double gauge(String name) {
        return application()
                .get(READER, "/actuator/metrics/" + name)
                .at("/measurements/0/value")
                .asDouble();
    }

    @Test
    void showsWritesAmongTheAuditEvents() {
        application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "true"));

        Answer answer = application().get(READER, "/actuator/auditevents?type=MIGRATION_DOWNGRADE");

        assertThat(answer.texts("/events", "principal")).contains(OPERATOR);
        assertThat(answer.text()).contains("\"dryRun\":\"true\"");
    }

    @Test
    void hasNoWritesOverJmx() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = server.queryNames(
                        new ObjectName("org.springframework.boot:type=Endpoint,name=Migrations,*"), null)
                .iterator()
                .next();

        MBeanOperationInfo[] operations = server.getMBeanInfo(name).getOperations();

        assertThat(Arrays.stream(operations).map(MBeanOperationInfo::getName))
                .containsExactlyInAnyOrder("migrations", "revision");
        assertThat(server.invoke(name, "revision", new Object[] {"head", null}, new String[] {
                            "java.lang.String", "java.lang.String"
                        })
                        .toString())
                .contains(THIRD)
                .doesNotContain("ALTER TABLE");
    }
}

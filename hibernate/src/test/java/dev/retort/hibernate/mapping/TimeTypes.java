/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** Times, bytes and addresses. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable", "JavaUtilDate", "deprecation"})
final class TimeTypes {

    private TimeTypes() {}

    static final class Times {

        static final class Before {
            @Entity
            @Table(name = "times")
            static class Timed {
                @Id
                long id;

                LocalDate date;
                LocalTime time;
                LocalDateTime dateTime;
                Instant instant;
                OffsetDateTime offsetDateTime;
                OffsetTime offsetTime;
                ZonedDateTime zoned;
                Duration duration;
                Year year;
                ZoneId zone;
                ZoneOffset shift;
                Date old;

                @Column(secondPrecision = 3)
                Instant millis;

                @TimeZoneStorage(TimeZoneStorageType.COLUMN)
                @TimeZoneColumn(name = "kept_offset")
                OffsetDateTime kept;
            }
        }

        static final class After {
            @Entity
            @Table(name = "times")
            static class Timed {
                @Id
                long id;

                LocalDateTime date;

                @Column(secondPrecision = 0)
                LocalTime time;

                Instant dateTime;
                LocalDateTime instant;
                OffsetDateTime offsetDateTime;
                LocalTime offsetTime;

                @Column(nullable = false)
                ZonedDateTime zoned;

                @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
                Duration duration;

                Year year;
                LocalDate old;

                @Column(secondPrecision = 6)
                Instant millis;

                OffsetDateTime kept;
            }
        }
    }

    static final class Bytes {

        static final class Before {
            @Entity
            @Table(name = "bytes")
            static class Bytely {
                @Id
                UUID id;

                byte[] bytes;

                @Column(length = 16)
                byte[] few;

                @Lob
                byte[] large;

                @JdbcTypeCode(SqlTypes.CHAR)
                UUID text;
            }
        }

        static final class After {
            @Entity
            @Table(name = "bytes")
            static class Bytely {
                @Id
                UUID id;

                @Column(nullable = false)
                byte[] bytes;

                @Lob
                byte[] large;

                UUID text;

                @Lob
                byte[] second;
            }
        }
    }

    static final class Network {

        static final class Before {
            @Entity
            @Table(name = "network")
            static class Host {
                @Id
                InetAddress id;

                @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
                Duration timeout;

                @JdbcTypeCode(SqlTypes.VARCHAR)
                @Column(length = 50)
                String address;
            }
        }

        static final class After {
            @Entity
            @Table(name = "network")
            static class Host {
                @Id
                InetAddress id;

                @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
                @Column(nullable = false)
                @ColumnDefault("interval '5' second")
                Duration timeout;

                InetAddress address;
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Column types and their options. */
@SuppressWarnings({"NullAway", "UnusedVariable", "deprecation"})
public final class Basics {

    private Basics() {}

    public enum Mood {
        SAD,
        OK,
        HAPPY
    }

    public record Money(BigDecimal amount, String currency) {}

    public static class MoneyConverter implements AttributeConverter<Money, String> {
        @Override
        public String convertToDatabaseColumn(Money money) {
            return money.amount() + " " + money.currency();
        }

        @Override
        public Money convertToEntityAttribute(String text) {
            return new Money(new BigDecimal(text.split(" ", -1)[0]), text.split(" ", -1)[1]);
        }
    }

    @Embeddable
    public static class Address {
        @Column(length = 80, nullable = false)
        String street;

        @Column(length = 10)
        String postCode;
    }

    @Entity
    @Table(
            name = "everything",
            indexes = {
                @Index(name = "ix_everything_text", columnList = "text, day DESC"),
                @Index(name = "ux_everything_day", columnList = "day", unique = true)
            },
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_everything",
                            columnNames = {"text", "amount"}))
    @Check(name = "amount_is_positive", constraints = "amount > 0")
    @Comment("One of each; a semicolon: ;")
    public static class Everything {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Version
        int version;

        @Column(nullable = false, length = 100)
        @Comment("words")
        String text;

        @Column(unique = true)
        char letter;

        boolean flag;
        byte tiny;
        short small;
        double real;
        float small_real;

        @Column(precision = 12, scale = 3)
        @ColumnDefault("1.5")
        BigDecimal amount;

        LocalDate day;
        LocalTime time;

        @Column(secondPrecision = 3)
        Instant instant;

        OffsetDateTime offsetTime;
        Duration duration;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration pause;

        UUID uuid;
        byte[] bytes;

        @Lob
        String large;

        @Column(length = 100_000)
        String longText;

        @Enumerated(EnumType.STRING)
        @ColumnDefault("'OK'")
        Mood stringMood;

        @Enumerated(EnumType.ORDINAL)
        Mood ordinalMood;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @ColumnDefault("'OK'")
        Mood namedMood;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> json;

        List<String> tags;

        @JdbcTypeCode(SqlTypes.INET)
        java.net.InetAddress host;

        @Convert(converter = MoneyConverter.class)
        Money money;

        @Embedded
        Address address;

        @GeneratedColumn("amount * 2")
        BigDecimal doubled;

        @Column(columnDefinition = "varchar(20) collate \"C\" default 'x;y'")
        String defined;

        @Column(name = "\"Quoted Name\"")
        @Basic(optional = false)
        String quoted;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** JSON, composite types, and classes with a converter. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable"})
final class StructuredTypes {

    private StructuredTypes() {}

    static final class Documents {

        static final class Before {
            @Embeddable
            static class Part {
                String name;
                int count;
            }

            @Entity
            @Table(name = "documents")
            static class Document {
                @Id
                long id;

                @JdbcTypeCode(SqlTypes.JSON)
                Map<String, String> json;

                @JdbcTypeCode(SqlTypes.JSON)
                Part part;

                @JdbcTypeCode(SqlTypes.SQLXML)
                String xml;
            }
        }

        static final class After {
            @Embeddable
            static class Part {
                String name;
                long count;
                boolean more;
            }

            @Entity
            @Table(name = "documents")
            static class Document {
                @Id
                long id;

                @JdbcTypeCode(SqlTypes.JSON)
                @Column(nullable = false)
                @ColumnDefault("'{}'")
                Map<String, String> json;

                @JdbcTypeCode(SqlTypes.JSON_ARRAY)
                List<Part> parts;

                @JdbcTypeCode(SqlTypes.SQLXML)
                String xml;
            }
        }
    }

    static final class Composites {

        static final class Before {
            @Embeddable
            @Struct(name = "money_type")
            static class Money {
                BigDecimal amount;

                @Column(length = 3)
                String currency;
            }

            @Entity
            @Table(name = "composites")
            static class Composed {
                @Id
                long id;

                Money price;
            }
        }

        static final class After {
            @Embeddable
            @Struct(name = "money_type")
            static class Money {
                BigDecimal amount;

                @Column(length = 3)
                String currency;

                boolean net;
            }

            @Entity
            @Table(name = "composites")
            static class Composed {
                @Id
                long id;

                Money price;
                Money costs;
            }
        }
    }

    static final class Converters {

        record Money(BigDecimal amount, String currency) {}

        static class AsText implements AttributeConverter<Money, String> {
            @Override
            public String convertToDatabaseColumn(Money money) {
                return money.amount() + " " + money.currency();
            }

            @Override
            public Money convertToEntityAttribute(String text) {
                return new Money(new BigDecimal(text.split(" ", -1)[0]), text.split(" ", -1)[1]);
            }
        }

        static class AsNumber implements AttributeConverter<Money, BigDecimal> {
            @Override
            public BigDecimal convertToDatabaseColumn(Money money) {
                return money.amount();
            }

            @Override
            public Money convertToEntityAttribute(BigDecimal amount) {
                return new Money(amount, "EUR");
            }
        }

        static final class Before {
            @Entity
            @Table(name = "converters")
            static class Converted {
                @Id
                long id;

                @Convert(converter = AsText.class)
                @Column(length = 30)
                Money money;

                @Convert(converter = YesNoConverter.class)
                boolean yes;

                @Convert(converter = TrueFalseConverter.class)
                boolean truth;

                @Convert(converter = NumericBooleanConverter.class)
                Boolean number;
            }
        }

        static final class After {
            @Entity
            @Table(name = "converters")
            static class Converted {
                @Id
                long id;

                @Convert(converter = AsNumber.class)
                Money money;

                @Convert(converter = TrueFalseConverter.class)
                boolean yes;

                boolean truth;
                Boolean number;
            }
        }
    }
}

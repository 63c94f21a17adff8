/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/** Numbers and texts. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable", "JavaUtilDate", "deprecation"})
final class BasicTypes {

    private BasicTypes() {}

    static final class Numbers {

        static final class Before {
            @Entity
            @Table(name = "numbers")
            static class Numbered {
                @Id
                long id;

                byte tiny;
                short small;
                int plain;
                Long big;
                float single;
                double precise;
                boolean flag;
                char letter;

                @Column(precision = 12, scale = 2)
                BigDecimal money;

                BigDecimal usual;
                BigInteger huge;

                @Column(nullable = false)
                Integer required;

                @Column(nullable = false)
                @ColumnDefault("7")
                int lucky;
            }
        }

        static final class After {
            @Entity
            @Table(name = "numbers")
            static class Numbered {
                @Id
                long id;

                short small;
                long plain;
                Integer big;
                double single;

                float precise;

                @ColumnDefault("true")
                boolean flag;

                @Column(length = 3)
                String letter;

                @Column(precision = 14, scale = 4)
                BigDecimal money;

                @Column(precision = 8, scale = 3)
                BigDecimal usual;

                BigInteger huge;
                Integer required;

                @Column(nullable = false)
                @ColumnDefault("8")
                int lucky;

                @Column(nullable = false)
                short added;
            }
        }
    }

    static final class Texts {

        static final class Before {
            @Entity
            @Table(name = "texts")
            static class Texted {
                @Id
                String id;

                @Column(length = 40)
                String wider;

                String narrower;

                @Column(length = 100_000)
                String unlimited;

                @Lob
                String large;

                @Nationalized
                String national;

                char[] letters;

                @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
                String longer;

                @JdbcTypeCode(SqlTypes.CHAR)
                @Column(length = 3)
                String fixed;

                @Column(columnDefinition = "varchar(20) collate \"C\" default 'x;y''z'")
                String defined;

                URL url;
                Locale locale;
                Currency currency;
                TimeZone zone;
            }
        }

        static final class After {
            @Entity
            @Table(name = "texts")
            static class Texted {
                @Id
                @Column(length = 36)
                String id;

                @Column(length = 80)
                String wider;

                @Column(length = 100)
                String narrower;

                @Column(length = 500)
                String unlimited;

                @Lob
                String large;

                @Nationalized
                String national;

                @Column(length = 100_000)
                String longer;

                @JdbcTypeCode(SqlTypes.CHAR)
                @Column(length = 2)
                String fixed;

                @Column(columnDefinition = "varchar(20) collate \"POSIX\" default 'other'")
                String defined;

                URL url;
                Locale locale;
                Currency currency;

                @Lob
                String another;
            }
        }
    }
}

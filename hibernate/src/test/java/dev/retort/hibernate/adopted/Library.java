/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import dev.retort.annotation.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Entities on tables that say the same in another way: lists of values, types, keys. */
final class Library {

    private Library() {}

    static final String LISTS = """
            CREATE TABLE book (id bigint PRIMARY KEY,
                state varchar(20) NOT NULL DEFAULT 'NEW' CONSTRAINT ck_state CHECK (state IN ('LENT', 'NEW')),
                genre text CONSTRAINT ck_genre CHECK (genre IS NULL OR genre = 'POEM' OR genre = 'NOVEL'),
                shelf smallint CONSTRAINT ck_shelf CHECK (shelf IN (0, 1)),
                pages integer CONSTRAINT ck_pages CHECK (pages > 0));
            INSERT INTO book VALUES (1, 'NEW', 'POEM', 0, 10);
            """;

    static final String TYPES = """
            CREATE EXTENSION citext;
            CREATE DOMAIN email AS varchar(320) CHECK (VALUE LIKE '%@%');
            CREATE DOMAIN amount AS numeric(38, 2) CHECK (VALUE >= 0);
            CREATE TABLE reader (id bigint PRIMARY KEY, mail email, login citext, country char(2), fee amount, opens time,
                since timestamptz(0), pin varchar(10));
            INSERT INTO reader VALUES (1, 'a@b.example', 'Ann', 'FR', 1.5, '10:11:12.25', '2026-01-02 03:04:05Z', '12');
            """;

    static final String KEYS = """
            CREATE TABLE writer (id bigint PRIMARY KEY);
            CREATE TABLE work (id bigint PRIMARY KEY);
            CREATE TABLE work_writers (work_id bigint NOT NULL CONSTRAINT fk_work REFERENCES work,
                writers_id bigint NOT NULL CONSTRAINT fk_writer REFERENCES writer, UNIQUE (writers_id, work_id));
            """;

    static final String CONTENTS = """
            CREATE TABLE scan (id bigint PRIMARY KEY, page bytea, text text, note varchar(255));
            INSERT INTO scan VALUES (1, '\\x0102', 'déjà vu', 'n'), (2, NULL, NULL, NULL);
            """;

    static final String DEFAULTS = """
            CREATE TYPE mood AS ENUM ('SAD', 'HAPPY');
            CREATE DOMAIN code AS varchar(10) CHECK (VALUE <> '');
            CREATE TABLE page (id bigserial PRIMARY KEY, mood varchar(20) NOT NULL DEFAULT 'SAD', number varchar(20) DEFAULT '0',
                hidden boolean NOT NULL DEFAULT false, tags text[] NOT NULL DEFAULT '{}', owner varchar(80) DEFAULT CURRENT_USER,
                made timestamp DEFAULT now(), code code DEFAULT 'x', size integer DEFAULT 1);
            INSERT INTO page (owner) VALUES ('7');
            """;

    static final String VIEWS = """
            CREATE TABLE loan (id bigint PRIMARY KEY, reader varchar(255), fee numeric(8, 2), back timestamptz);
            CREATE VIEW open_loans AS SELECT id, reader, fee FROM loan WHERE back IS NULL;
            COMMENT ON VIEW open_loans IS 'not back';
            CREATE MATERIALIZED VIEW fees AS SELECT reader, sum(fee) AS total FROM loan GROUP BY reader;
            CREATE UNIQUE INDEX ON fees (reader);
            CREATE VIEW debtors AS SELECT l.reader, f.total FROM open_loans l JOIN fees f ON f.reader = l.reader;
            INSERT INTO loan (id, reader, fee) VALUES (1, 'Ann', 2);
            """;

    /** Before. */
    static final class Before {

        private Before() {}

        enum State {
            NEW,
            LENT
        }

        enum Genre {
            NOVEL,
            POEM
        }

        enum Shelf {
            LEFT,
            RIGHT
        }

        /** An entity. */
        @Entity(name = "book")
        static class Book {
            @Id
            @Nullable
            Long id;

            @Enumerated(EnumType.STRING)
            @Column(length = 20)
            @Nullable
            State state;

            @Enumerated(EnumType.STRING)
            @Nullable
            Genre genre;

            @Enumerated
            @Nullable
            Shelf shelf;

            @Nullable
            Integer pages;
        }
    }

    /** After: a value more, in each way of writing the list. */
    static final class After {

        private After() {}

        enum LaterState {
            NEW,
            LENT,
            LOST
        }

        enum LaterGenre {
            NOVEL,
            POEM,
            ESSAY
        }

        enum LaterShelf {
            LEFT,
            RIGHT,
            TOP
        }

        /** An entity. */
        @Entity(name = "book")
        static class Book {
            @Id
            @Nullable
            Long id;

            @Enumerated(EnumType.STRING)
            @Column(length = 20)
            @Nullable
            LaterState state;

            @Enumerated(EnumType.STRING)
            @Nullable
            LaterGenre genre;

            @Enumerated
            @Nullable
            LaterShelf shelf;

            @Nullable
            Integer pages;
        }
    }

    /** An entity on columns of domains and of types that a string or a time does not tell apart. */
    @Entity(name = "reader")
    static class Reader {
        @Id
        @Nullable
        Long id;

        @Column(length = 320)
        @Nullable
        String mail;

        @Column(length = 40)
        @Nullable
        String login;

        @Column(length = 2)
        @Nullable
        String country;

        @Nullable
        BigDecimal fee;

        @Nullable
        LocalTime opens;

        @Nullable
        Instant since;

        @Column(length = 8)
        @Nullable
        String pin;
    }

    /** An entity. */
    @Entity(name = "writer")
    static class Writer {
        @Id
        @Nullable
        Long id;
    }

    /** An entity whose join table has a unique constraint in place of a key. */
    @Entity(name = "work")
    static class Work {
        @Id
        @Nullable
        Long id;

        @ManyToMany
        @JoinTable(name = "work_writers")
        @Nullable
        Set<Writer> writers;
    }

    /** An entity whose columns become large objects. */
    @Entity(name = "scan")
    static class Scan {
        @Id
        @Nullable
        Long id;

        @Lob
        byte @Nullable [] page;

        @Lob
        @Nullable
        String text;

        @Lob
        @Nullable
        String note;
    }

    /** An entity with other types than the columns, whose defaults it does not state. */
    @Entity(name = "page")
    static class Page {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Nullable
        Mood mood;

        int number;

        int hidden;

        @JdbcTypeCode(SqlTypes.JSON)
        @Nullable
        List<String> tags;

        @Nullable
        Integer owner;

        @Nullable
        Instant made;

        @Column(length = 20)
        @Nullable
        String code;

        @Column(length = 9)
        @Nullable
        String size;
    }

    /** An entity with another name, another column name and another type, below manually created views. */
    @Entity(name = "lending")
    @RenamedFrom("loan")
    static class Lending {
        @Id
        @Nullable
        Long id;

        @RenamedFrom("reader")
        @Nullable
        String borrower;

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal fee;

        @Nullable
        Instant back;
    }

    enum Mood {
        SAD,
        HAPPY
    }
}

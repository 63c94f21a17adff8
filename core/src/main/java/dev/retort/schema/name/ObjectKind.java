/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.name;

/**
 * The kinds of objects that a schema has, with the words that SQL has for them.
 *
 * @since 0.1
 */
public enum ObjectKind {
    /** A schema. */
    SCHEMA("SCHEMA"),
    /** An extension. */
    EXTENSION("EXTENSION"),
    /** A table, partitioned ones and partitions too. */
    TABLE("TABLE"),
    /** A column of a table, a view or a composite type. */
    COLUMN("COLUMN"),
    /** A constraint of a table. */
    CONSTRAINT("CONSTRAINT"),
    /** An index. */
    INDEX("INDEX"),
    /** A sequence. */
    SEQUENCE("SEQUENCE"),
    /** A type that is not a domain. */
    TYPE("TYPE"),
    /** An attribute of a composite type. */
    ATTRIBUTE("COLUMN"),
    /** A domain. */
    DOMAIN("DOMAIN"),
    /** A constraint of a domain. */
    DOMAIN_CONSTRAINT("CONSTRAINT"),
    /** A view. */
    VIEW("VIEW"),
    /** A materialized view. */
    MATERIALIZED_VIEW("MATERIALIZED VIEW"),
    /** A function. */
    FUNCTION("FUNCTION"),
    /** A procedure. */
    PROCEDURE("PROCEDURE"),
    /** A trigger of a table or view. */
    TRIGGER("TRIGGER"),
    /** A row-level-security policy of a table. */
    POLICY("POLICY"),
    /** A foreign table. */
    FOREIGN_TABLE("FOREIGN TABLE"),
    /** An aggregate. */
    AGGREGATE("AGGREGATE"),
    /** A rule that is not a view's query. */
    RULE("RULE"),
    /** Extended statistics. */
    STATISTICS("STATISTICS"),
    /** A collation. */
    COLLATION("COLLATION"),
    /** A conversion between encodings. */
    CONVERSION("CONVERSION"),
    /** An operator. */
    OPERATOR("OPERATOR"),
    /** An operator class. */
    OPERATOR_CLASS("OPERATOR CLASS"),
    /** An operator family. */
    OPERATOR_FAMILY("OPERATOR FAMILY"),
    /** A cast; its name is the type of the source in the schema of what it needs, its detail the target. */
    CAST("CAST"),
    /** A configuration of text search. */
    TEXT_SEARCH_CONFIGURATION("TEXT SEARCH CONFIGURATION"),
    /** A dictionary of text search. */
    TEXT_SEARCH_DICTIONARY("TEXT SEARCH DICTIONARY"),
    /** A parser of text search. */
    TEXT_SEARCH_PARSER("TEXT SEARCH PARSER"),
    /** A template of text search. */
    TEXT_SEARCH_TEMPLATE("TEXT SEARCH TEMPLATE");

    private final String sql;

    ObjectKind(String sql) {
        this.sql = sql;
    }

    /** {@return the words in SQL, as in {@code COMMENT ON MATERIALIZED VIEW}} */
    public String sql() {
        return sql;
    }
}

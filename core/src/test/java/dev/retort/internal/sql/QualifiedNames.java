/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what PostgreSQL looks up through the search_path: operators, functions, types, collations and relations without
 * {@code pg_catalog}, and constructs that look an operator up and cannot be qualified.
 */
final class QualifiedNames {

    private static final String CATALOG = "PG_CATALOG";
    private static final Set<String> UNSPELLABLE =
            Set.of("NULLIF", "LIKE", "ILIKE", "SIMILAR", "BETWEEN", "NATURAL", "MERGE");

    /** What the grammar reads before a parenthesis, and types that it knows itself. */
    private static final Set<String> NO_FUNCTIONS =
            Set.of(("ALL AND ANY ARRAY AS BY CASE CAST CHECK COALESCE CONFLICT CONSTRAINT DEFAULT DISTINCT ELSE EXCEPT"
                            + " EXECUTE EXISTS EXTRACT FILTER FROM GREATEST GROUPING HAVING IF IN INTO KEY LATERAL LEAST LIMIT NOT"
                            + " OFFSET ON OPERATOR OR OVER OVERLAY POSITION RECURSIVE RETURNING ROW SELECT SET SOME SUBSTRING THEN"
                            + " TRIM UNION UNIQUE VALUES WHEN WHERE WITH WITHIN BIT CHAR CHARACTER DECIMAL NUMERIC TIMESTAMP"
                            + " VARCHAR VARYING")
                    .split(" "));

    private static final Set<String> GRAMMAR_TYPES = Set.of(
            "BIGINT BIT BOOLEAN CHARACTER DECIMAL DOUBLE INT INTEGER INTERVAL NUMERIC REAL SMALLINT TIME TIMESTAMP VARCHAR"
                    .split(" "));
    private static final Set<String> BARE_TYPES = Set.of(
            ("BOOL BYTEA DATE FLOAT4 FLOAT8 INT2 INT4 INT8 JSON JSONB NAME OID RECORD REGCLASS REGNAMESPACE REGPROC"
                            + " REGROLE REGTYPE TEXT TIMESTAMPTZ TIMETZ UUID VOID XML")
                    .split(" "));
    private static final Set<String> BEFORE_RELATION = Set.of("FROM", "JOIN", "UPDATE");
    private static final Set<String> NO_RELATIONS =
            Set.of("LATERAL", "ON", "ONLY", "ROWS", "SELECT", "SET", "STDIN", "PUBLIC", "EXCLUDED", "VALUES");
    private static final Set<String> RAISED = Set.of("MESSAGE", "DETAIL", "HINT", "ERRCODE");
    private static final Set<String> CREATED = Set.of("AS", "INTO", "ON", "TABLE", "REFERENCES");

    /** A token: its kind, its text, and that in upper case when it is a word. */
    private record Token(TokenKind kind, String text, String word) {}

    private static final Token NONE = new Token(TokenKind.END, "", "");

    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> local = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private QualifiedNames(String sql) {
        read(sql);
    }

    /** {@return the names that a text gives to its queries} */
    static Set<String> queries(String sql) {
        return new QualifiedNames(sql).local;
    }

    /**
     * {@return what is wrong with a text, a line each}
     *
     * @param sql statements, or a part of one; {@code $1} means a value that is inserted
     * @param queries names that other parts give to queries
     */
    static List<String> problems(String sql, Set<String> queries) {
        QualifiedNames names = new QualifiedNames(sql);
        names.local.addAll(queries);
        for (int i = 0; i < names.tokens.size(); i++) {
            names.check(i);
        }
        names.checkDefinitions();
        return names.problems;
    }

    /** A part may begin or end within a literal. */
    private void read(String sql) {
        String inside = sql.replaceAll("\\$[a-z]*\\$", " ");
        for (String readable : List.of(sql, sql + "'", sql + '"', inside, inside + "'")) {
            try {
                tokens.clear();
                tokenize(readable);
                break;
            } catch (SqlSyntaxException e) {
                tokens.clear();
            }
        }
        if (tokens.isEmpty()) {
            problems.add("cannot be read: " + sql);
        }
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (at(i).word().equals("AS") && at(i + 1).text().equals("(")) {
                local.add(at(i - 1).word());
            }
        }
    }

    private void tokenize(String sql) {
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        Lexer lexer = new Lexer(text, 1);
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            String token = new String(text, lexer.start(), lexer.end() - lexer.start(), StandardCharsets.UTF_8);
            if (kind != TokenKind.LINE_COMMENT && kind != TokenKind.BLOCK_COMMENT) {
                tokens.add(new Token(kind, token, kind == TokenKind.WORD ? token.toUpperCase(Locale.ROOT) : ""));
            }
        }
    }

    private Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NONE;
    }

    private boolean qualified(int i) {
        return at(i - 1).text().equals(".");
    }

    private boolean inCatalog(int i) {
        return qualified(i) && (at(i - 2).word().equals(CATALOG) || at(i - 2).kind() == TokenKind.PARAMETER);
    }

    private void report(String what, int i) {
        StringBuilder around = new StringBuilder();
        for (int k = Math.max(0, i - 4); k <= Math.min(tokens.size() - 1, i + 4); k++) {
            around.append(around.isEmpty() ? "" : " ").append(at(k).text());
        }
        problems.add(what + " in: " + around);
    }

    private void check(int i) {
        Token token = at(i);
        switch (token.kind()) {
            case OPERATOR -> checkOperator(i);
            case WORD, QUOTED_IDENTIFIER -> checkName(i);
            case SYMBOL -> checkCast(i);
            case DOLLAR_STRING -> {
                String body = token.text().substring(token.text().indexOf('$', 1) + 1);
                problems.addAll(problems(body.substring(0, body.lastIndexOf('$', body.length() - 2)), local));
            }
            default -> {}
        }
    }

    private void checkOperator(int i) {
        String operator = at(i).text();
        boolean parameter = operator.equals("?") || operator.equals("=>");
        if (parameter || inCatalog(i) || isStar(i) || isAssignment(i) || isSign(i)) {
            return;
        }
        report("bare operator " + operator, i);
    }

    private boolean isStar(int i) {
        String next = at(i + 1).text();
        return at(i).text().equals("*") && (at(i + 1).word().equals("FROM") || next.isEmpty() || ",)".contains(next));
    }

    private boolean isAssignment(int i) {
        if (!at(i).text().equals("=") || at(i - 1).text().equals(":")) {
            return at(i).text().equals("=");
        }
        if (RAISED.contains(at(i - 1).word())) {
            return true;
        }
        for (int k = i - 1; k >= 0; k--) {
            String word = at(k).word();
            if (word.equals("SET") || (word.equals("LOCAL") && at(k - 1).word().equals("SET"))) {
                return true;
            }
            if (Set.of("WHERE", "FROM", "SELECT", "ON", "AND").contains(word)) {
                return false;
            }
        }
        return false;
    }

    private boolean isSign(int i) {
        Token before = at(i - 1);
        boolean operand = before.kind() == TokenKind.NUMBER
                || before.kind() == TokenKind.PARAMETER
                || before.text().equals(")")
                || (before.kind() == TokenKind.WORD && !before.word().equals("SELECT"));
        return at(i).text().equals("-") && at(i + 1).kind() == TokenKind.NUMBER && !operand;
    }

    private void checkName(int i) {
        String word = at(i).word();
        if (qualified(i)) {
            boolean call = at(i + 1).text().equals("(") && !inCatalog(i);
            if (call && !CREATED.contains(at(i - 3).word())) {
                report("function that is not in pg_catalog", i);
            }
            return;
        }
        checkConstruct(i, word);
        boolean call = at(i + 1).text().equals("(") && !NO_FUNCTIONS.contains(word);
        if (call && !UNSPELLABLE.contains(word) && !CREATED.contains(at(i - 1).word())) {
            report("bare function " + at(i).text(), i);
        }
        if (BARE_TYPES.contains(word) && at(i + 1).kind() == TokenKind.STRING) {
            report("bare type " + word, i);
        }
        if (word.equals("CAST")) {
            checkCastWords(i);
        }
        checkRelation(i);
    }

    private void checkConstruct(int i, String word) {
        Token next = at(i + 1);
        boolean copied = word.equals("LIKE") && at(i - 1).text().equals("(");
        boolean bad = (UNSPELLABLE.contains(word) && !copied)
                || (word.equals("IN") && !at(i - 2).word().equals("FOR") && !isLock(i))
                || (word.equals("USING") && !at(i - 2).word().equals("RAISE"))
                || (word.equals("CASE")
                        && next.kind() != TokenKind.END
                        && !next.word().equals("WHEN"))
                || (word.equals("DISTINCT") && next.word().equals("FROM"))
                || (word.equals("COLLATE") && !next.word().equals(CATALOG));
        if (bad) {
            report(word, i);
        }
    }

    private boolean isLock(int i) {
        return tokens.subList(0, i).stream().anyMatch(token -> token.word().equals("LOCK"));
    }

    private void checkCastWords(int i) {
        int type = 0;
        int depth = 0;
        for (int k = i + 1; k < tokens.size() && (k == i + 1 || depth > 0); k++) {
            depth += at(k).text().equals("(") ? 1 : at(k).text().equals(")") ? -1 : 0;
            type = depth == 1 && at(k).word().equals("AS") ? k + 1 : type;
        }
        if (type > 0) {
            checkType(type);
        }
    }

    private void checkType(int i) {
        Token type = at(i);
        boolean name = type.kind() == TokenKind.WORD || type.kind() == TokenKind.QUOTED_IDENTIFIER;
        if (name && !type.word().equals(CATALOG) && !GRAMMAR_TYPES.contains(type.word())) {
            report("bare type " + type.text(), i);
        }
    }

    private void checkRelation(int i) {
        String before = at(i - 1).word();
        boolean relation = BEFORE_RELATION.contains(before)
                || (before.equals("INTO") && at(i - 2).word().equals("INSERT"));
        boolean part = at(i - 3).text().equals("(")
                && Set.of("EXTRACT", "TRIM").contains(at(i - 4).word());
        String next = at(i + 1).text();
        if (relation
                && !part
                && !next.equals(".")
                && !next.equals("(")
                && !local.contains(at(i).word())
                && !NO_RELATIONS.contains(at(i).word())) {
            report("bare relation " + at(i).text(), i);
        }
    }

    /** The second colon of a cast. */
    private void checkCast(int i) {
        if (!at(i).text().equals(":") || !at(i - 1).text().equals(":")) {
            return;
        }
        checkType(i + 1);
        Token value = at(i - 2);
        if (at(i + 3).word().startsWith("REG")
                && value.kind() == TokenKind.STRING
                && !value.text().matches("(?s).*[.$].*")) {
            report("bare name of an object " + value.text(), i);
        }
    }

    /** The types of columns in CREATE TABLE, and of variables in DECLARE. */
    private void checkDefinitions() {
        int depth = 0;
        int table = -1;
        boolean declare = false;
        for (int i = 0; i < tokens.size(); i++) {
            String text = at(i).text();
            String word = at(i).word();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            table = word.equals("TABLE") && at(i - 1).word().equals("CREATE")
                    ? depth + 1
                    : depth < table - 1 ? -1 : table;
            declare = word.equals("DECLARE") || (declare && !word.equals("BEGIN"));
            boolean column = table == depth && (text.equals("(") || text.equals(","));
            boolean variable = declare && (word.equals("DECLARE") || text.equals(";"));
            if (column || variable) {
                int type = at(i + 2).word().equals("CONSTANT") ? i + 3 : i + 2;
                if (BARE_TYPES.contains(at(type).word())) {
                    report("bare type " + at(type).text(), type);
                }
            }
        }
    }
}

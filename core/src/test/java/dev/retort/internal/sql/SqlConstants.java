/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Every string in the sources of a module that looks like SQL, with {@code $1} for what only a run knows. */
final class SqlConstants {

    private static final String KEYWORDS =
            "SELECT|WITH|INSERT INTO|UPDATE|DELETE FROM|DO|VALUES|CREATE|ALTER|DROP|COMMENT"
                    + " ON|REVOKE|GRANT|LOCK|SET|RESET|PERFORM|IF|CASE|EXISTS|ARRAY|WHERE|FROM|JOIN|LEFT"
                    + " JOIN|AND|OR|ON|ORDER BY|HAVING"
                    + "|EXTRACT|DECLARE|BEGIN|EXECUTE|NOT|UNION|RETURNING|USING|IN|LIKE|BETWEEN";
    private static final String FUNCTIONS =
            "pg_[a-z_]+|to_reg[a-z]+|current_(setting|schemas?|database)|set_config|unnest"
                    + "|quote_[a-z]+|clock_timestamp|now|version|[a-z]+_agg|coalesce|nullif|nextval|setval|row_number"
                    + "|[a-z]*obj_description|format_type|count|max|min";
    private static final Pattern SQL = Pattern.compile("^[\\s(),]*(" + KEYWORDS + ")\\b"
            + "|OPERATOR\\(|::[a-z\"]|\\b(" + FUNCTIONS + ")\\(|\\b(SELECT|FROM|WHERE|JOIN) "
            + "| (=|<>|<=?|>=?|\\|\\|) (\\?|'|ANY\\b|ALL\\b|\\$1)|^[\\s)]*(=|<>|<|>|<=|>=|\\|\\|)[\\s(]*$");
    private static final Pattern UNKNOWN = Pattern.compile("%(\\d+\\$)?[sd]|\\{[a-z]+}");

    private SqlConstants() {}

    /**
     * A string of a source.
     *
     * @param file where it is
     * @param line on which line
     * @param sql its text
     */
    record Constant(Path file, long line, String sql) {

        boolean isIn(String part) {
            return file.toString().replace('\\', '/').contains(part);
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** {@return those of the Java sources and resources of a module} */
    static List<Constant> of(Path module) {
        Path main = module.resolve("src/main");
        List<Constant> constants = new ArrayList<>(ofJava(files(main.resolve("java"), ".java")));
        for (String end : List.of(".sql", ".template")) {
            for (Path file : files(main.resolve("resources"), end)) {
                constants.add(new Constant(file, 1, read(file)));
            }
        }
        return constants.stream()
                .filter(constant -> SQL.matcher(constant.sql()).find())
                .toList();
    }

    private static List<Path> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Constant> ofJava(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Constant> constants = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Strings(unit, positions, constants).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return constants;
    }

    /** Collects strings; what is concatenated is one. */
    private static final class Strings extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Constant> constants;

        Strings(CompilationUnitTree unit, SourcePositions positions, List<Constant> constants) {
            this.unit = unit;
            this.positions = positions;
            this.constants = constants;
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
            List<ExpressionTree> parts = new ArrayList<>();
            flatten(tree, parts);
            if (parts.stream().noneMatch(Strings::isString)) {
                return super.visitBinary(tree, null);
            }
            StringBuilder text = new StringBuilder();
            for (ExpressionTree part : parts) {
                text.append(isString(part) ? ((LiteralTree) part).getValue() : "$1");
                if (!isString(part)) {
                    scan(part, null);
                }
            }
            add(tree, text.toString());
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            if (isString(tree)) {
                add(tree, String.valueOf(tree.getValue()));
            }
            return null;
        }

        private static void flatten(ExpressionTree tree, List<ExpressionTree> parts) {
            if (tree.getKind() == Tree.Kind.PLUS) {
                flatten(((BinaryTree) tree).getLeftOperand(), parts);
                flatten(((BinaryTree) tree).getRightOperand(), parts);
            } else {
                parts.add(tree);
            }
        }

        private static boolean isString(ExpressionTree tree) {
            return tree.getKind() == Tree.Kind.STRING_LITERAL;
        }

        private void add(Tree tree, String text) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            Path file = Path.of(unit.getSourceFile().toUri());
            constants.add(new Constant(file, line, UNKNOWN.matcher(text).replaceAll("\\$1")));
        }
    }
}

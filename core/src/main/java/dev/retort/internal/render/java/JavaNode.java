/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import java.util.List;
import java.util.stream.Collectors;

/** A Java expression that knows how it is written on one line and on several. */
sealed interface JavaNode {

    /** The longest line. */
    int WIDTH = 120;

    /** The indentation of a continued line. */
    int STEP = 8;

    /** {@return the expression on one line} */
    String flat();

    /** {@return the expression on several lines, the first of which begins at a column} */
    String broken(int indent);

    /** {@return the expression as it fits after the text before it} */
    default String fitting(int indent, int before) {
        String flat = flat();
        return before + flat.length() <= WIDTH && flat.indexOf('\n') < 0 ? flat : broken(indent);
    }

    private static String lineAt(int indent) {
        return "\n" + " ".repeat(indent);
    }

    /** A word that cannot be broken. */
    record Word(String flat) implements JavaNode {
        @Override
        public String broken(int indent) {
            return flat;
        }
    }

    /** A text of several lines. */
    record TextBlock(String text) implements JavaNode {
        @Override
        public String flat() {
            return "\n";
        }

        /** The closing marks are on a separate line, which decides what counts as indentation. */
        @Override
        public String broken(int indent) {
            String line = lineAt(indent);
            String content = text.lines().map(this::escaped).collect(Collectors.joining(line));
            return "\"\"\"" + line + content + (text.endsWith("\n") ? "" : "\\") + line + "\"\"\"";
        }

        private String escaped(String line) {
            String escaped =
                    line.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").replace("\t", "\\t");
            return escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped;
        }
    }

    /**
     * A call with its arguments.
     *
     * @param head the text before the parenthesis
     * @param arguments the arguments
     */
    record Call(String head, List<JavaNode> arguments) implements JavaNode {

        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String flat() {
            return arguments.stream().map(JavaNode::flat).collect(Collectors.joining(", ", head + "(", ")"));
        }

        @Override
        public String broken(int indent) {
            if (arguments.size() == 1) {
                return head + "(" + arguments.get(0).fitting(indent, indent + head.length() + 3) + ")";
            }
            int inner = indent + STEP;
            return arguments.stream()
                    .map(argument -> argument.fitting(inner, inner + 3))
                    .collect(Collectors.joining("," + lineAt(inner), head + "(" + lineAt(inner), ")"));
        }
    }

    /**
     * Calls one on the result of the other.
     *
     * @param base the first expression
     * @param calls the calls on it
     */
    record Chain(JavaNode base, List<Call> calls) implements JavaNode {

        /** Copies the calls. */
        public Chain {
            calls = List.copyOf(calls);
        }

        @Override
        public String flat() {
            return calls.stream().map(call -> "." + call.flat()).collect(Collectors.joining("", base.flat(), ""));
        }

        @Override
        public String broken(int indent) {
            int inner = indent + STEP;
            return calls.stream()
                    .map(call -> lineAt(inner) + "." + call.fitting(inner, inner + 3))
                    .collect(Collectors.joining("", base.fitting(indent, indent), ""));
        }
    }
}

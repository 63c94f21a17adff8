/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.packed;

import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.LockTime;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import dev.retort.lint.TableLock;
import dev.retort.lint.TablePass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One finding as the file has it: without sizes and estimates, which belong to one database. */
final class PackedFinding {

    private PackedFinding() {}

    static Map<String, @Nullable Object> write(Finding finding) {
        Map<String, @Nullable Object> packed = new LinkedHashMap<>();
        packed.put("rule", finding.rule().id());
        packed.put("severity", finding.severity().word());
        packed.put("line", finding.line());
        packed.put("statement", finding.statement());
        packed.put("objects", finding.objects());
        TableLock lock = finding.lock();
        if (lock != null) {
            packed.put("lock", lock.mode().name());
            packed.put("relation", lock.relation());
        }
        LockTime time = finding.time();
        if (time != null) {
            packed.put("untilCommit", time.untilCommit());
            packed.put("decides", time.decides());
            packed.put(
                    "work",
                    time.passes().stream()
                            .map(pass -> pass.kind().name() + " " + pass.table())
                            .toList());
        }
        packed.put("passes", finding.passes());
        packed.put("evidence", finding.evidence().name());
        packed.put("message", finding.message());
        packed.put("rewrite", finding.rewrite());
        return packed;
    }

    /** {@return the finding; empty for a rule that this version does not have} */
    static Optional<Finding> read(Json packed, String revision, String file) {
        return Rule.find(packed.text("rule")).map(rule -> read(rule, packed, revision, file));
    }

    private static Finding read(Rule rule, Json packed, String revision, String file) {
        return new Finding(
                rule,
                Severity.valueOf(packed.text("severity").toUpperCase(Locale.ROOT)),
                revision,
                file,
                packed.number("line"),
                packed.text("statement"),
                packed.texts("objects"),
                packed.has("lock")
                        ? new TableLock(packed.text("relation"), LockMode.valueOf(packed.text("lock")))
                        : null,
                packed.has("work") ? time(packed) : null,
                packed.number("passes"),
                null,
                Evidence.valueOf(packed.text("evidence")),
                packed.text("message"),
                packed.has("rewrite") ? packed.text("rewrite") : null,
                List.of());
    }

    private static LockTime time(Json packed) {
        List<TablePass> passes = packed.texts("work").stream()
                .map(pass -> pass.split(" ", 2))
                .map(pass -> new TablePass(TablePass.Kind.valueOf(pass[0]), pass[1]))
                .toList();
        return new LockTime(packed.flag("untilCommit"), passes, null, packed.flag("decides"));
    }

    /**
     * An object of the file.
     *
     * @param values its values
     */
    record Json(Map<?, ?> values) {

        static Json of(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return new Json(map);
            }
            throw new IllegalArgumentException("An object is missing");
        }

        boolean has(String key) {
            return values.get(key) != null;
        }

        String text(String key) {
            return String.valueOf(required(key));
        }

        int number(String key) {
            return ((Number) required(key)).intValue();
        }

        boolean flag(String key) {
            return Boolean.TRUE.equals(values.get(key));
        }

        List<String> texts(String key) {
            return list(key).stream().map(String::valueOf).toList();
        }

        List<?> list(String key) {
            if (required(key) instanceof List<?> list) {
                return list;
            }
            throw new IllegalArgumentException(key + " is no list");
        }

        private Object required(String key) {
            Object value = values.get(key);
            if (value == null) {
                throw new IllegalArgumentException(key + " is missing");
            }
            return Objects.requireNonNull(value);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which packages a module has, what each may import of ours, and how large it may be. A package without a line fails, and so
 * does a line whose package, or whose permission, is not needed any more.
 */
public final class PackageRules {

    private static final String ROOT = "dev.retort";
    private static final int MOST_FILES = 25;

    private final Map<String, Set<String>> allowed = new TreeMap<>();

    /**
     * Adds a line.
     *
     * @param name the package, below {@code dev.retort}; empty for {@code dev.retort} itself
     * @param imports packages that it may import, below {@code dev.retort}, separated by spaces
     * @return this
     */
    public PackageRules allow(String name, String imports) {
        Set<String> names = new TreeSet<>();
        for (String word : imports.isBlank() ? new String[0] : imports.strip().split("\\s+")) {
            names.add(full(word.equals(".") ? "" : word));
        }
        assertThat(allowed.put(full(name), names)).as(name).isNull();
        return this;
    }

    private static String full(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    /**
     * Fails with all violations.
     *
     * @param classes the classes of one module
     */
    public void check(JavaClasses classes) {
        Map<String, Set<String>> found = imports(classes);
        List<String> problems = new ArrayList<>();
        found.forEach((name, imports) -> problems.addAll(problems(name, imports)));
        for (String name : allowed.keySet()) {
            if (!found.containsKey(name)) {
                problems.add(name + " has a line here, but no classes");
            }
        }
        files(classes).forEach((name, files) -> {
            if (files.size() > MOST_FILES) {
                problems.add(name + " has " + files.size() + " files, more than " + MOST_FILES);
            }
        });
        assertThat(problems).isEmpty();
        slices().assignedFrom(new ByPackage(Set.copyOf(found.keySet())))
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    private List<String> problems(String name, Set<String> imports) {
        Set<String> permitted = allowed.get(name);
        if (permitted == null) {
            return List.of(name + " has no line here; it imports " + imports);
        }
        List<String> problems = new ArrayList<>();
        for (String imported : imports) {
            if (!permitted.contains(imported)) {
                problems.add(name + " imports " + imported);
            }
        }
        for (String each : permitted) {
            if (!imports.contains(each)) {
                problems.add(name + " may import " + each + ", but does not");
            }
        }
        return problems;
    }

    private static Map<String, Set<String>> imports(JavaClasses classes) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass each : classes) {
            Set<String> imports = found.computeIfAbsent(each.getPackageName(), name -> new TreeSet<>());
            each.getDirectDependenciesFromSelf().forEach(dependency -> {
                String imported =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (imported.startsWith(ROOT) && !imported.equals(each.getPackageName())) {
                    imports.add(imported);
                }
            });
        }
        return found;
    }

    private static Map<String, Set<String>> files(JavaClasses classes) {
        Map<String, Set<String>> files = new TreeMap<>();
        for (JavaClass each : classes) {
            String name = each.getName().substring(each.getPackageName().length() + 1);
            int nested = name.indexOf('$');
            String file = nested < 0 ? name : name.substring(0, nested);
            files.computeIfAbsent(each.getPackageName(), key -> new TreeSet<>()).add(file);
        }
        return files;
    }

    /** One slice per package, for the check of cycles. */
    private record ByPackage(Set<String> names) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
            String name = each.getPackageName();
            return names.contains(name) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import dev.retort.migration.Migration;
import dev.retort.migration.MigrationFactory;
import dev.retort.migration.Revision;
import dev.retort.sql.Fingerprint;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the classes with {@link Revision} in some packages and makes revisions of them, without making instances. */
final class JavaRevisions {

    private final ClassLoader loader;
    private final MigrationFactory factory;
    private final Problems problems;

    JavaRevisions(ClassLoader loader, MigrationFactory factory, Problems problems) {
        this.loader = loader;
        this.factory = factory;
        this.problems = problems;
    }

    /** {@return the revisions of a package and its sub-packages, in the order of their class names} */
    List<RevisionScript> of(String packageName) {
        List<RevisionScript> revisions = new ArrayList<>();
        for (String name : classNames(packageName)) {
            Class<?> type = load(name);
            Revision header = type == null ? null : type.getAnnotation(Revision.class);
            if (type != null && header != null) {
                RevisionScript revision = revision(type, header);
                if (revision != null) {
                    revisions.add(revision);
                }
            }
        }
        return revisions;
    }

    private List<String> classNames(String packageName) {
        ClassFiles files = new ClassFiles(packageName, problems);
        try {
            if (!ClassPathFolder.of(packageName.replace('.', '/'), loader).read(files)) {
                problems.add(
                        packageName,
                        0,
                        "There is no such package on the class path. Create it, or correct retort.java-packages.");
            }
        } catch (IOException e) {
            problems.add(packageName, 0, "The package cannot be read: " + e + ". Check the class path.");
        } catch (IllegalArgumentException e) {
            problems.add(packageName, 0, "This is no name of a package. Correct retort.java-packages.");
        }
        return files.inOrder();
    }

    private @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            problems.add(name, 0, "The class cannot be loaded: " + e + ". Check what it needs.");
            return null;
        }
    }

    private @Nullable RevisionScript revision(Class<?> type, Revision header) {
        int before = problems.count();
        check(type, header);
        if (problems.count() > before) {
            return null;
        }
        RevisionCode code = new RevisionCode(type.asSubclass(Migration.class), factory);
        dev.retort.graph.Revision place = new dev.retort.graph.Revision(
                header.id(), List.of(header.down()), List.of(header.branchLabels()), List.of(header.dependsOn()));
        return new RevisionScript(
                place,
                type.getName(),
                header.message(),
                header.created(),
                false,
                List.of(),
                header.irreversible().isEmpty()
                        ? new DowngradeSection.Reversible(List.of())
                        : new DowngradeSection.Irreversible(header.irreversible(), true),
                checksum(code, place),
                "",
                code);
    }

    private void check(Class<?> type, Revision header) {
        if (!Migration.class.isAssignableFrom(type) || type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            problems.add(
                    type.getName(),
                    0,
                    "The class has @Revision and is no Migration. Let it implement Migration, and be neither abstract nor an"
                            + " interface.");
        }
        name(type, "id", header.id());
        names(type, "down", header.down());
        names(type, "branchLabels", header.branchLabels());
        names(type, "dependsOn", header.dependsOn());
    }

    private void names(Class<?> type, String key, String[] names) {
        for (String name : names) {
            name(type, key, name);
        }
    }

    private void name(Class<?> type, String key, String name) {
        String problem = RevisionNames.problem(key, name);
        if (problem != null) {
            problems.add(type.getName(), 0, problem);
        }
    }

    /** Only who declares a fingerprint is asked for it, and made for that. */
    private static String checksum(RevisionCode code, dev.retort.graph.Revision place) {
        if (!declaresFingerprint(code.type())) {
            return "";
        }
        return code.migration().fingerprint().map(text -> hash(text, place)).orElse("");
    }

    private static boolean declaresFingerprint(Class<? extends Migration> type) {
        try {
            return !type.getMethod("fingerprint").getDeclaringClass().equals(Migration.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every Migration has this method", e);
        }
    }

    private static String hash(String text, dev.retort.graph.Revision place) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("fingerprint", text);
        GraphFields.addTo(fingerprint, place);
        return fingerprint.hex();
    }
}

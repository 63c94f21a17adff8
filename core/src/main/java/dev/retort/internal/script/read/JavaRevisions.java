/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.Problems;
import dev.retort.internal.script.RevisionCode;
import dev.retort.internal.script.RevisionNameRules;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.file.ClassPathFolder;
import dev.retort.internal.sql.Fingerprint;
import dev.retort.migration.Migration;
import dev.retort.migration.MigrationFactory;
import dev.retort.migration.Revision;
import dev.retort.settings.MissingLocations;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the classes with {@link Revision} in some packages and makes revisions of them, without making instances. */
final class JavaRevisions {

    private final ClassLoader loader;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();

    JavaRevisions(ClassLoader loader, Problems problems) {
        this.loader = loader;
        this.problems = problems;
    }

    /**
     * {@return the revisions of some packages and their sub-packages, in the order of packages and class names} A class is read
     * once, also where one package is in another.
     *
     * @param factory makes instances of the classes
     */
    List<RevisionScript> of(List<String> packages, MigrationFactory factory) {
        return all(packages, MissingLocations.FAIL, factory);
    }

    /**
     * {@return the same for their places in the graph alone: no instance can be made, so they have no checksum} A package of which
     * nothing is compiled yet has none.
     */
    List<RevisionScript> places(List<String> packages) {
        return all(packages, MissingLocations.IGNORE, null);
    }

    private List<RevisionScript> all(
            List<String> packages, MissingLocations missing, @Nullable MigrationFactory factory) {
        List<RevisionScript> revisions = new ArrayList<>();
        packages.forEach(name -> addAll(classNames(name, missing), factory, revisions));
        return revisions;
    }

    private void addAll(List<String> names, @Nullable MigrationFactory factory, List<RevisionScript> revisions) {
        for (String name : names) {
            Class<?> type = read.add(name) ? load(name) : null;
            Revision header = type == null ? null : type.getAnnotation(Revision.class);
            if (type != null && header != null) {
                RevisionScript revision = revision(type, header, factory);
                if (revision != null) {
                    revisions.add(revision);
                }
            }
        }
    }

    private List<String> classNames(String packageName, MissingLocations missing) {
        ClassFiles files = new ClassFiles(packageName, problems);
        try {
            boolean found =
                    ClassPathFolder.of(packageName.replace('.', '/'), loader).read(files);
            if (!found && missing == MissingLocations.FAIL) {
                problems.add(
                        packageName,
                        0,
                        "There is no such package on the class path. Create it, or correct retort.java-packages.");
            }
        } catch (IOException e) {
            problems.add(packageName, 0, "The package cannot be read: " + e + ". Check the class path.");
        } catch (IllegalArgumentException e) {
            problems.add(packageName, 0, "This is not the name of a package. Correct retort.java-packages.");
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

    private @Nullable RevisionScript revision(Class<?> type, Revision header, @Nullable MigrationFactory factory) {
        int before = problems.count();
        check(type, header);
        if (problems.count() > before) {
            return null;
        }
        RevisionCode code = new RevisionCode(
                type.asSubclass(Migration.class), factory == null ? JavaRevisions::cannotBeMade : factory);
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
                factory == null ? "" : checksum(code, place),
                "",
                code);
    }

    private static Migration cannotBeMade(Class<? extends Migration> type) {
        throw new IllegalStateException(type.getName() + " was read for its place in the graph alone");
    }

    private void check(Class<?> type, Revision header) {
        if (!Migration.class.isAssignableFrom(type) || type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            problems.add(
                    type.getName(),
                    0,
                    "The class has @Revision and does not implement Migration. Let it implement Migration, and be"
                            + " neither abstract nor an interface.");
        }
        name(type, "id", header.id());
        names(type, "down", header.down());
        names(type, "branchLabels", header.branchLabels());
        names(type, "dependsOn", header.dependsOn());
        if (header.message().indexOf('\0') >= 0) {
            problems.add(
                    type.getName(),
                    0,
                    "Its message has a NUL character, which PostgreSQL cannot store in text. Remove it from"
                            + " @Revision.");
        }
    }

    private void names(Class<?> type, String key, String[] names) {
        for (String name : names) {
            name(type, key, name);
        }
    }

    private void name(Class<?> type, String key, String name) {
        String problem = RevisionNameRules.problem(key, name);
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

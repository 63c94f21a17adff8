/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page about the architecture has a row for each package of core, and no other. */
@AnalyzeClasses(packages = "dev.retort", importOptions = DoNotIncludeTests.class)
class ArchitecturePageTests {

    private static final Pattern ROW = Pattern.compile("^\\| `(dev\\.retort[\\w.]*)` \\|", Pattern.MULTILINE);

    @ArchTest
    static void listsEachPackage(JavaClasses classes) throws IOException {
        String page = Files.readString(Path.of("../docs/architecture.md"));

        Set<String> packages = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(ROW.matcher(page).results().map(row -> row.group(1)).collect(Collectors.toSet()))
                .isEqualTo(packages);
    }
}

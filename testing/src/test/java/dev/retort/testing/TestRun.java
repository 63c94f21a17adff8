/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The results of test classes that were run separately. */
public final class TestRun {

    private final EngineExecutionResults results;

    private TestRun(EngineExecutionResults results) {
        this.results = results;
    }

    /** Runs classes. */
    public static TestRun of(Class<?>... classes) {
        return with(Map.of(), classes);
    }

    /** Runs classes with parameters for JUnit. */
    public static TestRun with(Map<String, String> parameters, Class<?>... classes) {
        return new TestRun(EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(Arrays.stream(classes).map(type -> selectClass(type)).toArray(ClassSelector[]::new))
                .execute());
    }

    /** {@return the names of the tests that passed} */
    public List<String> passed() {
        return results.testEvents().succeeded().stream().map(TestRun::name).toList();
    }

    /** {@return the names of the failed tests with their messages; paths from the root of the class path} */
    public Map<String, String> failed() {
        return messages(results.testEvents().failed().list());
    }

    /** {@return the names of the skipped tests with their messages} */
    public Map<String, String> aborted() {
        return messages(results.testEvents().aborted().list());
    }

    /** {@return the names of the failed tests with the messages of all causes} */
    public Map<String, List<String>> causes() {
        Map<String, List<String>> causes = new LinkedHashMap<>();
        results.testEvents().failed().list().forEach(event -> causes.put(name(event), chain(event)));
        return causes;
    }

    private static List<String> chain(Event event) {
        return Stream.<@Nullable Throwable>iterate(
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow(),
                        error -> error != null,
                        error -> error == null ? null : error.getCause())
                .map(String::valueOf)
                .toList();
    }

    private static Map<String, String> messages(List<Event> events) {
        Map<String, String> messages = new LinkedHashMap<>();
        events.forEach(event -> messages.put(name(event), message(event)));
        return messages;
    }

    private static String name(Event event) {
        return event.getTestDescriptor()
                .getDisplayName()
                .replaceFirst("\\(.*", "")
                .strip();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .map(text -> text.replaceAll("(?<=[ \n])/[^ ]*/(?=migrations/)", ""))
                .orElse("");
    }
}

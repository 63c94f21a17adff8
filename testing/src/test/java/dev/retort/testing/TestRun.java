/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What came of test classes that were run by themselves. */
final class TestRun {

    private final EngineExecutionResults results;

    private TestRun(EngineExecutionResults results) {
        this.results = results;
    }

    static TestRun of(Class<?>... classes) {
        return with(Map.of(), classes);
    }

    static TestRun with(Map<String, String> parameters, Class<?>... classes) {
        return new TestRun(EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(Arrays.stream(classes).map(type -> selectClass(type)).toList()
                        .toArray(new org.junit.platform.engine.discovery.ClassSelector[0]))
                .execute());
    }

    /** {@return the names of the tests that passed} */
    List<String> passed() {
        return results.testEvents().succeeded().stream().map(TestRun::name).toList();
    }

    /** {@return the names of the tests that failed with what they said; paths from the root of the class path} */
    Map<String, String> failed() {
        return messages(results.testEvents().failed().list());
    }

    /** {@return the names of the tests that were skipped while they ran with what they said} */
    Map<String, String> aborted() {
        return messages(results.testEvents().aborted().list());
    }

    private static Map<String, String> messages(List<Event> events) {
        Map<String, String> messages = new LinkedHashMap<>();
        events.forEach(event -> messages.put(name(event), message(event)));
        return messages;
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName().replaceFirst("\\(.*", "").strip();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .map(text -> text.replaceAll("/[^ ]*/(?=migrations/)", ""))
                .orElse("");
    }
}

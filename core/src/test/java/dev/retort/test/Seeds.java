/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs a property with random inputs. Each try has its own seed, and a failure names it:
 * {@code -Dtests.seed=<seed>} runs that try alone.
 */
public final class Seeds {

    private static final String PROPERTY = "tests.seed";

    private Seeds() {}

    /** A property: takes its inputs from the generator, and throws where it does not hold. */
    @FunctionalInterface
    public interface Property {

        /**
         * Checks the property once.
         *
         * @param random the source of all inputs
         * @throws Exception when the property does not hold, or could not be checked
         */
        void check(Random random) throws Exception;
    }

    /**
     * Checks a property with inputs that differ in each run.
     *
     * @param tries how often
     * @param property the property
     */
    public static void check(int tries, Property property) {
        from(ThreadLocalRandom.current().nextInt(), tries, property);
    }

    /**
     * Checks a property with the same inputs in each run.
     *
     * @param seed the seed of the first try; the next ones follow it
     * @param tries how often
     * @param property the property
     */
    public static void from(long seed, int tries, Property property) {
        Long only = Long.getLong(PROPERTY);
        long first = only == null ? seed : only;
        for (long next = first; next < first + (only == null ? tries : 1); next++) {
            try {
                property.check(new Random(next));
            } catch (Exception | AssertionError e) {
                throw new AssertionError(e.getMessage() + "\nRepeat this try with -D" + PROPERTY + "=" + next, e);
            }
        }
    }

    /**
     * Picks one of several values.
     *
     * @param <T> their type
     * @param random the generator
     * @param values the values
     * @return one of them
     */
    @SafeVarargs
    public static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /**
     * Picks one of several values.
     *
     * @param <T> their type
     * @param random the generator
     * @param values the values
     * @return one of them
     */
    public static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /**
     * Makes a text.
     *
     * @param random the generator
     * @param characters what it consists of
     * @param shortest its least length
     * @param longest its greatest length
     * @return the text
     */
    public static String text(Random random, String characters, int shortest, int longest) {
        int length = shortest + random.nextInt(longest - shortest + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import dev.retort.error.RetortException;

/** The session's schemas were asked for, and there is none. */
public final class NoSchemaException extends RetortException {

    private static final long serialVersionUID = 1L;

    NoSchemaException(String searchPath) {
        super(
                "There is no schema to read.",
                "The search path is " + searchPath + ", and none of the schemas that it names exists.",
                "Create the schema, or name another one.");
    }
}

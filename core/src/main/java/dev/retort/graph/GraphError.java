/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.error.RetortException.Category;

/**
 * The ways in which the graph refuses.
 *
 * @since 0.1
 */
public enum GraphError {
    /** Parents form a cycle. */
    CYCLE(Category.CONFLICT),
    /** Parents and dependencies together form a cycle. */
    DEPENDENCY_CYCLE(Category.CONFLICT),
    /** A revision is its own parent. */
    SELF_LOOP(Category.CONFLICT),
    /** A revision depends on itself. */
    DEPENDENCY_SELF_LOOP(Category.CONFLICT),
    /** A label is used twice, or equals an id. */
    DUPLICATE_LABEL(Category.CONFLICT),
    /** Two revisions have one id. */
    DUPLICATE_REVISION(Category.CONFLICT),
    /** A parent or dependency does not exist. */
    MISSING_REFERENCE(Category.CONFLICT),
    /** An id has characters that targets use. */
    INVALID_ID(Category.CONFLICT),
    /** No revision or branch of that name. */
    NOT_FOUND(Category.NOT_FOUND),
    /** A partial id fits several revisions. */
    AMBIGUOUS(Category.UNUSABLE_REQUEST),
    /** The request needs one head and there are several. */
    MULTIPLE_HEADS(Category.CONFLICT),
    /** The revision is not in the lineage of the branch. */
    NOT_ON_BRANCH(Category.UNUSABLE_REQUEST),
    /** The target is not on the way from the current rows. */
    RANGE(Category.UNUSABLE_REQUEST),
    /** One of the targets, or of the current rows, is an ancestor of another. */
    OVERLAP(Category.UNUSABLE_REQUEST),
    /** A relative target goes beyond the graph or in the wrong direction. */
    RELATIVE_RANGE(Category.UNUSABLE_REQUEST),
    /** A relative target is ambiguous. */
    AMBIGUOUS_WALK(Category.UNUSABLE_REQUEST),
    /** A range where a single target is needed. */
    RANGE_NOT_ALLOWED(Category.UNUSABLE_REQUEST),
    /** A single target where a range is needed. */
    RANGE_REQUIRED(Category.UNUSABLE_REQUEST),
    /** Not of the form {@code a:b}. */
    RANGE_SYNTAX(Category.UNUSABLE_REQUEST),
    /** The parent of a new revision is not a head. */
    NOT_HEAD(Category.UNUSABLE_REQUEST),
    /** A parent of a new revision is named twice. */
    DUPLICATE_HEAD(Category.UNUSABLE_REQUEST);

    private final Category category;

    GraphError(Category category) {
        this.category = category;
    }

    Category category() {
        return category;
    }
}

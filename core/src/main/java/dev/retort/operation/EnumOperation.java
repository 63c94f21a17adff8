/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.operation.value.EnumSwap;
import dev.retort.schema.EnumType;
import dev.retort.schema.name.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation on the values of an enum type.
 *
 * @since 0.1
 */
public sealed interface EnumOperation extends Operation {

    /** {@return the type} */
    QualifiedName type();

    /**
     * Calls the method of the visitor for this record.
     *
     * @param <R> the type of the visitor's result
     * @param visitor called exactly once, on the calling thread, with this operation
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.enumeration(this);
    }

    /**
     * Adds a value to an enum type. It can be used after its transaction has committed.
     *
     * @param type the type
     * @param label the value
     * @param before the value it comes before
     * @param after the value it comes after; neither of both for the end
     * @param ifNotExists whether nothing happens when the value is there
     * @param without the type without the value and where it is used, for the reversal
     */
    record AddEnumValue(
            QualifiedName type,
            String label,
            @Nullable String before,
            @Nullable String after,
            boolean ifNotExists,
            @Nullable EnumSwap without)
            implements EnumOperation {

        /**
         * Copies the collections.
         *
         * @param type the type
         * @param label the value
         * @param before the value it comes before
         * @param after the value it comes after; neither of both for the end
         * @param ifNotExists whether nothing happens when the value is there
         * @param without the type without the value and where it is used, for the reversal
         */
        public AddEnumValue {
            Needed.onePlace(before, after);
        }

        /**
         * {@return the operation {@code ALTER TYPE ... ADD VALUE} for a value after all others, which cannot be
         * reversed}
         *
         * @param type the enum type
         * @param label the value, unquoted; it fails when the type has it
         */
        public static AddEnumValue of(QualifiedName type, String label) {
            return new AddEnumValue(type, label, null, null, false, null);
        }

        @Override
        public RemoveEnumValue reverse() {
            if (without == null) {
                throw IrreversibleOperationException.impossible(
                        this,
                        "PostgreSQL cannot remove a value from an enum type, and the operation does not give the"
                                + " definition of the type and the columns that use it.");
            }
            return new RemoveEnumValue(type, label, before, after, ifNotExists, without);
        }

        @Override
        public String describe() {
            return "add value " + label + " to type " + type;
        }

        @Override
        public Transactionality transactionality() {
            return Transactionality.COMMITTED_BEFORE_USE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addEnumValue(this);
        }
    }

    /**
     * Removes a value from an enum type by replacing the type. It fails if a row has the value.
     *
     * @param type the type
     * @param label the value
     * @param before the value it comes before
     * @param after the value it comes after; neither of both for the end
     * @param ifNotExists whether the reversal does nothing when the value is there
     * @param without the type without the value and where it is used
     */
    record RemoveEnumValue(
            QualifiedName type,
            String label,
            @Nullable String before,
            @Nullable String after,
            boolean ifNotExists,
            EnumSwap without)
            implements EnumOperation {

        /**
         * Refuses two places.
         *
         * @param type the type
         * @param label the value
         * @param before the value it comes before
         * @param after the value it comes after; neither of both for the end
         * @param ifNotExists whether the reversal does nothing when the value is there
         * @param without the type without the value and where it is used
         */
        public RemoveEnumValue {
            Needed.onePlace(before, after);
        }

        @Override
        public AddEnumValue reverse() {
            return new AddEnumValue(type, label, before, after, ifNotExists, without);
        }

        @Override
        public String describe() {
            return "remove value " + label + " from type " + type;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeEnumValue(this);
        }
    }

    /**
     * Renames a value of an enum type.
     *
     * @param type the type
     * @param from the value
     * @param to its new name
     */
    record RenameEnumValue(QualifiedName type, String from, String to) implements EnumOperation {

        @Override
        public RenameEnumValue reverse() {
            return new RenameEnumValue(type, to, from);
        }

        @Override
        public String describe() {
            return "rename value " + from + " of type " + type + " to " + to;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameEnumValue(this);
        }
    }

    /**
     * Replaces an enum type: to remove values or to change their order. Rows with a removed value get the value of
     * {@code mapping}; without one it fails.
     *
     * @param from the type as it is
     * @param to the type as it becomes and where it is used
     * @param mapping new value by removed value
     * @param reverseMapping the same for the reversal
     */
    record ReplaceEnum(EnumType from, EnumSwap to, Map<String, String> mapping, Map<String, String> reverseMapping)
            implements EnumOperation {

        /**
         * Copies the collections.
         *
         * @param from the type as it is
         * @param to the type as it becomes and where it is used
         * @param mapping new value by removed value
         * @param reverseMapping the same for the reversal
         */
        public ReplaceEnum {
            mapping = Collections.unmodifiableMap(new TreeMap<>(mapping));
            reverseMapping = Collections.unmodifiableMap(new TreeMap<>(reverseMapping));
        }

        @Override
        public QualifiedName type() {
            return from.name();
        }

        @Override
        public ReplaceEnum reverse() {
            return new ReplaceEnum(to.type(), new EnumSwap(from, to.uses()), reverseMapping, mapping);
        }

        @Override
        public String describe() {
            return "replace type " + from.name();
        }

        @Override
        public boolean losesData() {
            return !mapping.isEmpty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaceEnum(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link AddEnumValue}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R addEnumValue(AddEnumValue operation);

        /**
         * Handles {@link RemoveEnumValue}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R removeEnumValue(RemoveEnumValue operation);

        /**
         * Handles {@link RenameEnumValue}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R renameEnumValue(RenameEnumValue operation);

        /**
         * Handles {@link ReplaceEnum}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R replaceEnum(ReplaceEnum operation);
    }
}

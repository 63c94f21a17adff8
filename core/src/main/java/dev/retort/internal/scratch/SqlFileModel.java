/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.error.RetortException;
import dev.retort.internal.sql.SqlSyntaxException;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.SchemaModel;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file of SQL statements that make the whole schema, such as a {@code schema.sql} or the output of {@code pg_dump -s}. */
final class SqlFileModel implements SchemaModel {

    static final String PREFIX = "sql:";

    private final Path file;

    SqlFileModel(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return PREFIX + file;
    }

    @Override
    public ModelDdl ddl(int majorVersion) {
        try {
            List<ModelStatement> statements = ModelStatement.split(text(), line -> file + ":" + line);
            return new ModelDdl(name(), statements, ModelDdl.Reach.SCHEMA);
        } catch (SqlSyntaxException e) {
            throw new RetortException(
                    "The model " + name() + " cannot be read.", file + ":" + e.line() + ": " + e.why(), e.action(), e);
        }
    }

    private String text() {
        try {
            String text = Files.readString(file);
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return withoutMark.replace("\r\n", "\n").replace('\r', '\n');
        } catch (NoSuchFileException e) {
            throw unreadable("There is no file " + file.toAbsolutePath() + ".", "Name an existing file.", e);
        } catch (CharacterCodingException e) {
            throw unreadable("The file " + file.toAbsolutePath() + " is not UTF-8.", "Save it as UTF-8.", e);
        } catch (IOException e) {
            throw unreadable("The file " + file.toAbsolutePath() + ": " + e.getMessage() + ".", "Fix the file.", e);
        }
    }

    private RetortException unreadable(String why, String action, IOException cause) {
        return new RetortException("The model " + name() + " cannot be read.", why, action, cause);
    }
}

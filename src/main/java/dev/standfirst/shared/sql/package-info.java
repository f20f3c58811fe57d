/**
 * SQL as text: for reading, one statement, one snapshot, rows into records; for writing, what no entity stands for.
 *
 * <p>The public read side and lists go through here, and the writing of what is only ever written row by row or in sets, as previews and
 * lines of an import; whatever has a version and members that change is an entity. Start reading at {@link dev.standfirst.shared.sql.Sql}.
 */
@NullMarked
package dev.standfirst.shared.sql;

import org.jspecify.annotations.NullMarked;

/**
 * SQL as text, for reading: one statement, one snapshot, rows into records.
 *
 * <p>The public read side and lists go through here; whatever writes uses entities. Start reading at {@link dev.standfirst.shared.sql.Sql}.
 */
@NullMarked
package dev.standfirst.shared.sql;

import org.jspecify.annotations.NullMarked;

/**
 * Reads what Ghost exports: JSON with its tables in it.
 *
 * <p>A file is read twice, for its tables come in any order: first the small ones, which say who wrote what and of which tags it is, then the
 * posts. Tables that are neither are passed over, and with them members, keys and passwords. Start reading at {@link
 * dev.standfirst.transfer.ghost.GhostFile}.
 */
@NullMarked
package dev.standfirst.transfer.ghost;

import org.jspecify.annotations.NullMarked;

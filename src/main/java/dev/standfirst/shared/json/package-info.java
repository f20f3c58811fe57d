/**
 * Reading JSON strictly: every fault of a body is found and reported at once.
 *
 * <p>Start reading at {@link dev.standfirst.shared.json.Drafts}.
 */
@NullMarked
package dev.standfirst.shared.json;

import org.jspecify.annotations.NullMarked;

/**
 * Lists in pages: keyset only, with opaque cursors bound to the list they were given for.
 *
 * <p>Start reading at {@link dev.standfirst.shared.page.PageRequest}.
 */
@NullMarked
package dev.standfirst.shared.page;

import org.jspecify.annotations.NullMarked;

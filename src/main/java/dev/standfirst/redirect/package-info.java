/**
 * Addresses of things: which are taken, and where old ones lead.
 *
 * <p>It may use {@code shared} and {@code database}. Start reading at {@link dev.standfirst.redirect.Slugs}.
 */
@NullMarked
package dev.standfirst.redirect;

import org.jspecify.annotations.NullMarked;

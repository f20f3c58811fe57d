/**
 * Addresses: which slugs are taken, and where old slugs and paths lead.
 *
 * <p>It lies above the rooms whose things have addresses, and knows these by {@link dev.standfirst.redirect.Addressed}. It may use the
 * rooms above it, {@code shared} to {@code change}. Start reading at {@link dev.standfirst.redirect.Slugs} for slugs, and at
 * {@link dev.standfirst.redirect.RedirectResource} for paths.
 */
@NullMarked
package dev.standfirst.redirect;

import org.jspecify.annotations.NullMarked;

/**
 * Reads what WordPress exports: WXR, which is RSS 2.0 with elements of its own.
 *
 * <p>A file is read twice: first its pictures and what posts share, which posts name before they come, then the rest. Start reading at {@link
 * dev.standfirst.transfer.wordpress.WordPressFile}.
 */
@NullMarked
package dev.standfirst.transfer.wordpress;

import org.jspecify.annotations.NullMarked;

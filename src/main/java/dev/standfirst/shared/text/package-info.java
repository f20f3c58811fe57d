/** Slugs, and how paths name things. */
@NullMarked
package dev.standfirst.shared.text;

import org.jspecify.annotations.NullMarked;

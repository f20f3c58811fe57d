/** The site's signatures. */
@NullMarked
package dev.standfirst.shared.signature;

import org.jspecify.annotations.NullMarked;

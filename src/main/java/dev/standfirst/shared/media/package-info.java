/** Pictures and addresses as values, with the rules they keep. */
@NullMarked
package dev.standfirst.shared.media;

import org.jspecify.annotations.NullMarked;

/** Tests of files that are brought in. */
@NullMarked
package dev.standfirst.transfer;

import org.jspecify.annotations.NullMarked;

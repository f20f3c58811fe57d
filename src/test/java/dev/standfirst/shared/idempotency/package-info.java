/** Tests of sending a POST again. */
@NullMarked
package dev.standfirst.shared.idempotency;

import org.jspecify.annotations.NullMarked;

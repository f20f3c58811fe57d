/**
 * Sending a POST again without a second effect (draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>The answer to a request with an {@code Idempotency-Key} is kept in the transaction of its effect, and given again to whoever repeats
 * it. Start reading at {@link dev.standfirst.shared.idempotency.Idempotent}.
 */
@NullMarked
package dev.standfirst.shared.idempotency;

import org.jspecify.annotations.NullMarked;

/**
 * The keys of callers: created and shown once, rotated, revoked; and the administrator's, which is there from the first start.
 *
 * <p>It may use {@code shared}, {@code database}, {@code access} and {@code change}. Only hashes of secrets are kept, and no secret
 * comes into a log, an exception or the log of changes. Start reading at {@link dev.standfirst.key.KeyService}.
 */
@NullMarked
package dev.standfirst.key;

import org.jspecify.annotations.NullMarked;

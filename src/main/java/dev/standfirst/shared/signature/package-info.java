/**
 * What the site signs with: one key for all of its servers, kept in the database.
 *
 * <p>It knows of nothing that is signed. Start reading at {@link dev.standfirst.shared.signature.SigningKey}.
 */
@NullMarked
package dev.standfirst.shared.signature;

import org.jspecify.annotations.NullMarked;

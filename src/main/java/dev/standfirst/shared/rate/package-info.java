/**
 * Rates: how often something may be done in a while, by token buckets, told in the headers of
 * draft-ietf-httpapi-ratelimit-headers.
 *
 * <p>A room makes each {@link dev.standfirst.shared.rate.RateLimit} once, from a {@link dev.standfirst.shared.rate.RatePolicy} of its
 * own settings, by {@link dev.standfirst.shared.rate.RateLimits}. A method of a resource says {@link
 * dev.standfirst.shared.rate.RateLimited}, and takes from its limits by {@link dev.standfirst.shared.rate.Rates}, where to start
 * reading. All is counted in memory, by each node for itself, and forgotten when a node ends: a site of three nodes lets through three
 * times as much at most, which is still a bound.
 */
@NullMarked
package dev.standfirst.shared.rate;

import org.jspecify.annotations.NullMarked;

/**
 * The demonstration magazine, with which a development database begins.
 *
 * <p>A leaf: it may use every room, and none uses it. Its content is in {@code src/main/resources/demo}.
 */
@NullMarked
package dev.standfirst.demo;

import org.jspecify.annotations.NullMarked;

/** Standfirst, a headless CMS for news and magazine sites. Each package below is a room with one feature; the README lists them. */
@NullMarked
package dev.standfirst;

import org.jspecify.annotations.NullMarked;

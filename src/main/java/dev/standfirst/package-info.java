/** Standfirst, a headless CMS for news and magazine sites; the rooms below are listed in the README. */
@NullMarked
package dev.standfirst;

import org.jspecify.annotations.NullMarked;

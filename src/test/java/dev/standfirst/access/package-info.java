@NullMarked
package dev.standfirst.access;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.standfirst.collection;

import org.jspecify.annotations.NullMarked;

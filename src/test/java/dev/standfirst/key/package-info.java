@NullMarked
package dev.standfirst.key;

import org.jspecify.annotations.NullMarked;

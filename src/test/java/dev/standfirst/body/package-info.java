@NullMarked
package dev.standfirst.body;

import org.jspecify.annotations.NullMarked;

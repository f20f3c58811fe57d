@NullMarked
package dev.standfirst.shared.rate;

import org.jspecify.annotations.NullMarked;

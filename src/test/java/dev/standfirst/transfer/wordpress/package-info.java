@NullMarked
package dev.standfirst.transfer.wordpress;

import org.jspecify.annotations.NullMarked;

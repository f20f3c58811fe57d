@NullMarked
package dev.standfirst.transfer.ghost;

import org.jspecify.annotations.NullMarked;

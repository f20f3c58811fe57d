@NullMarked
package dev.standfirst.schedule;

import org.jspecify.annotations.NullMarked;

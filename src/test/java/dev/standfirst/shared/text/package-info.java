@NullMarked
package dev.standfirst.shared.text;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.standfirst.shared.job;

import org.jspecify.annotations.NullMarked;

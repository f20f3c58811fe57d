@NullMarked
package dev.standfirst.shared.openapi;

import org.jspecify.annotations.NullMarked;

/** Tests of HTTP as clients meet it, over real connections. */
@NullMarked
package dev.standfirst.shared.http;

import org.jspecify.annotations.NullMarked;

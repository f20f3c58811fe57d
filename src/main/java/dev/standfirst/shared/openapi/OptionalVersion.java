package dev.standfirst.shared.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a method of a resource takes {@code If-Match} but does not need it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface OptionalVersion {}

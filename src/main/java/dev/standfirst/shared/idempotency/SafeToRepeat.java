package dev.standfirst.shared.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST that can be sent again as it is: it only reads, or doing it twice is as doing it once. What it is about has no place in an
 * address, so neither the request nor its answer is ever kept.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SafeToRepeat {}

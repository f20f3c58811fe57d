package dev.standfirst.shared.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST that can be sent again as it is: it only reads, or doing it twice is as doing it once. Neither the request nor its answer
 * is ever kept, so it may be about what must not be, as an address of a person.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SafeToRepeat {}

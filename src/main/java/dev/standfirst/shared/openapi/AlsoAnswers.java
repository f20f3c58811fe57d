package dev.standfirst.shared.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a method of a resource also answers with statuses that follow neither from its return type nor from what it takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface AlsoAnswers {
    int[] value();
}

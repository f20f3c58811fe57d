package dev.standfirst.comment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a method of a resource reads the edit token of a comment from {@code Authorization: Bearer}; so the contract has it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface TakesEditToken {

    /** Whether it answers 401 without one. */
    boolean required() default true;
}

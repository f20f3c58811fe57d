package dev.standfirst.shared.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets callers send a POST again: with the same {@code Idempotency-Key}, the same request is carried out once and answered alike each time.
 *
 * <p>The key is the caller's own, and is kept for {@link IdempotencySettings#keepFor}. A request that is refused is not kept; sending it
 * again tries again. Each method of a resource that answers POST has it.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** What makes kept answers of a method whole again that are {@link WithSecret}; none if it gives no such answers. */
    @Nonbinding
    Class<? extends Completion> completedBy() default Completion.class;

    /** What is done with the parameters of a method before a transaction begins, unless an answer is kept already; nothing, as a rule. */
    @Nonbinding
    Class<? extends Preparation> preparedBy() default Preparation.class;
}

package dev.standfirst.redirect;

import dev.standfirst.shared.text.Slug;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A slug as {@link Slug#isValid} wants it. */
@Constraint(validatedBy = SlugRule.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SlugRule {
    String message() default
            "must be words of a to z and 0 to 9, joined by single hyphens, 200 characters at most, and no UUID";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the slug; null is left to other constraints. */
    final class Validator implements ConstraintValidator<SlugRule, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || Slug.isValid(value);
        }
    }
}

package dev.standfirst.redirect;

import dev.standfirst.shared.media.HttpUrl;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A path as {@link SitePath#of} wants it. */
@Constraint(validatedBy = PathRule.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PathRule {
    String message() default "must be a path of the site";

    /** Whether an absolute http or https URL is taken too. */
    boolean orUrl() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the path, and says which of its rules is broken; null, and what is too long by far, is left to other constraints. */
    final class Validator implements ConstraintValidator<PathRule, String> {
        private final HttpUrl.Validator url = new HttpUrl.Validator();
        private boolean orUrl;

        @Override
        public void initialize(PathRule rule) {
            orUrl = rule.orUrl();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null || value.length() > SitePath.MAX_LENGTH) {
                return true;
            }
            if (orUrl && !value.startsWith("/")) {
                return url.isValid(value, context)
                        || refused(
                                "must be a path that begins with one slash, or an absolute http or https URL", context);
            }
            try {
                SitePath.of(value);
                return true;
            } catch (IllegalArgumentException e) {
                return refused(String.valueOf(e.getMessage()), context);
            }
        }

        private static boolean refused(String rule, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(rule).addConstraintViolation();
            return false;
        }
    }
}

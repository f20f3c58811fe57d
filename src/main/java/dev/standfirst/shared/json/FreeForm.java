package dev.standfirst.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A JSON object with whatever members a caller likes: at most 16,384 bytes as compact JSON, and 32 levels deep. */
@Constraint(validatedBy = FreeForm.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreeForm {
    String message() default
            "must have at most 16,384 bytes as JSON without spaces, and 32 levels of objects and arrays";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the object; null is left to other constraints. */
    final class Validator implements ConstraintValidator<FreeForm, ObjectNode> {
        private static final int MOST_BYTES = 16_384;
        private static final int MOST_LEVELS = 32;

        @Override
        public boolean isValid(@Nullable ObjectNode value, ConstraintValidatorContext context) {
            return value == null
                    || (isWithin(value, MOST_LEVELS)
                            && value.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
        }

        /** Looks no deeper than is allowed. */
        private static boolean isWithin(JsonNode node, int levels) {
            if (!node.isContainerNode()) {
                return true;
            }
            if (levels == 0) {
                return false;
            }
            for (JsonNode child : node) {
                if (!isWithin(child, levels - 1)) {
                    return false;
                }
            }
            return true;
        }
    }
}

package dev.standfirst.article.related;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A link goes to an article, which has a title of its own, or to a page, which is given one. */
@Constraint(validatedBy = ArticleOrPage.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ArticleOrPage {
    String message() default "must have exactly one of article and url";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the link, and puts what is wrong with title and publisher at their places. */
    final class Validator implements ConstraintValidator<ArticleOrPage, RelatedDraft.Link> {
        @Override
        public boolean isValid(RelatedDraft.Link link, ConstraintValidatorContext context) {
            if ((link.article() == null) == (link.url() == null)) {
                return false;
            }
            context.disableDefaultConstraintViolation();
            if (link.url() != null) {
                return isRight(
                        link.title() != null && !link.title().isBlank(), "title", "is required with url", context);
            }
            boolean untitled =
                    isRight(link.title() == null, "title", "is not taken with article: it has its own", context);
            boolean unpublished = isRight(link.publisher() == null, "publisher", "is not taken with article", context);
            return untitled && unpublished;
        }

        private static boolean isRight(
                boolean right, String member, String message, ConstraintValidatorContext context) {
            if (!right) {
                context.buildConstraintViolationWithTemplate(message)
                        .addPropertyNode(member)
                        .addConstraintViolation();
            }
            return right;
        }
    }
}

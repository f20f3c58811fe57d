/**
 * A score learned from what the desk decided: naive Bayes over the words of comments.
 *
 * <p>{@link dev.standfirst.comment.spam.learned.SpamTraining} counts, {@link dev.standfirst.comment.spam.learned.LearnedScore} combines what was
 * counted, and no word that is kept holds an e-mail or IP address. Start reading at
 * {@link dev.standfirst.comment.spam.learned.LearnedLayer}.
 */
@NullMarked
package dev.standfirst.comment.spam.learned;

import org.jspecify.annotations.NullMarked;

/**
 * Answers that say what went wrong, as RFC 9457 problem details.
 *
 * <p>Each room has one enum that implements {@link dev.standfirst.shared.problem.ProblemType}; code refuses a request with
 * {@code THE_TYPE.because("…")}, and {@link dev.standfirst.shared.problem.ProblemMapper} is the only place where an exception becomes
 * an answer. Start reading at {@link dev.standfirst.shared.problem.ProblemType}.
 */
@NullMarked
package dev.standfirst.shared.problem;

import org.jspecify.annotations.NullMarked;

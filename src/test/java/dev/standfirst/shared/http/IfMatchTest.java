package dev.standfirst.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", " * ", "\"6\", \"7\"", "\"7\",\"8\"", "W/\"7\" , \"7\"", "\"a,b\",\"7\""})
    void the_present_version_is_accepted(String header) {
        assertThatCode(() -> IfMatch.of(header).require(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"\"", "\"6\", \"8\"", "\"07\""})
    void any_other_version_is_stale(String header) {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> IfMatch.of(header).require(7));
        assertThat(refusal.type()).isEqualTo(RequestProblem.VERSION_IS_STALE);
        assertThat(refusal.faults()).singleElement().matches(fault -> "If-Match".equals(fault.header()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "\"7", "7\"", "", "\"7\" \"8\"", "\"7\",", "w/\"7\"", "*, \"7\"", "\"7\"x", "\"7, 8\""})
    void a_malformed_header_is_refused(String header) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> IfMatch.of(header));
        assertThat(refusal.type()).isEqualTo(RequestProblem.INVALID_HEADER);
    }

    @Test
    void a_version_is_required() {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> IfMatch.of(null));
        assertThat(refusal.type()).isEqualTo(RequestProblem.VERSION_REQUIRED);
    }
}

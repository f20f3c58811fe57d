package dev.standfirst.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.testing.Logged;
import org.junit.jupiter.api.Test;

class ErrorLogTest {

    @Test
    void the_log_has_the_number_that_the_client_is_told_and_not_what_opens_a_preview() {
        Logged log = new Logged();
        String told;
        try (log) {
            told = ErrorLog.note(new IllegalStateException("lost"), "/v1/previews/pv_secret/related");
        }
        assertThat(log.text())
                .contains(told.replaceAll(".* (.*)\\.", "$1"), "/v1/previews/pv_…/related", "lost")
                .doesNotContain("secret");
    }
}

package dev.standfirst.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.nio.charset.StandardCharsets;

/** Puts the {@link ContractFilter} before every test that runs the application; found as a service, so that no test can forget it. */
public final class HoldToContract implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        RestAssured.replaceFiltersWith(new ContractFilter());
        // JSON is UTF-8 (RFC 8259), whatever the machine that tests speaks.
        RestAssured.config = RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().defaultContentCharset(StandardCharsets.UTF_8));
    }
}

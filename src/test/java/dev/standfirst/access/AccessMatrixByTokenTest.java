package dev.standfirst.access;

import dev.standfirst.testing.Actors;
import dev.standfirst.testing.Issuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** With tokens of the site's identity provider. */
@QuarkusTest
@QuarkusTestResource(value = Issuer.class, restrictToAnnotatedClass = true)
class AccessMatrixByTokenTest extends AccessMatrix {

    @BeforeEach
    void send_tokens() {
        Actors.use(Issuer::token);
    }

    @AfterEach
    void send_keys() {
        Actors.useKeys();
    }
}

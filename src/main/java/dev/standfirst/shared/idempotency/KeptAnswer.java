package dev.standfirst.shared.idempotency;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** An answer as it is stored. */
@Entity
class KeptAnswer {
    @Id
    String name;

    byte[] fingerprint;

    @Embedded
    Answer answer;

    Instant keptUntil;

    boolean isKeptAt(Instant now) {
        return keptUntil.isAfter(now);
    }
}

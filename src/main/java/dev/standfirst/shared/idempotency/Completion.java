package dev.standfirst.shared.idempotency;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts back what was left out of a kept answer because it is secret; a bean that {@link Idempotent#completedBy} names. */
public interface Completion {

    /** Adds the secret to the JSON of an answer that was {@link WithSecret}. */
    void complete(ObjectNode answer);
}

package dev.standfirst.shared.idempotency;

/**
 * Does what may take long, or may fail in the database, before the transaction of a request begins; a bean that {@link
 * Idempotent#preparedBy} names. It keeps what it made in a bean of the request, where the method finds it.
 */
public interface Preparation {

    /**
     * Prepares the call of a method.
     *
     * @param parameters those of the method
     */
    void prepare(Object[] parameters);
}

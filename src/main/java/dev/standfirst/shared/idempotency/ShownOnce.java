package dev.standfirst.shared.idempotency;

/** Marks an answer that holds a secret: it is given once, and never kept to be given again. */
public interface ShownOnce {}

package dev.standfirst.shared.http;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets outside caches keep what a resource answers: with validators, gzip, and a lifetime that ends before time changes the answer.
 *
 * <p>A resource whose answer will change at a known moment says so to {@link Freshness}.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PubliclyCached {}

/**
 * The contract: completes the OpenAPI documents while the application is built, so that resources carry few annotations and the documents
 * say what the server does.
 *
 * <p>A room that serves an audience extends {@link dev.standfirst.shared.openapi.Contract}; start reading there. Nothing of this runs when
 * the server does.
 */
@NullMarked
package dev.standfirst.shared.openapi;

import org.jspecify.annotations.NullMarked;

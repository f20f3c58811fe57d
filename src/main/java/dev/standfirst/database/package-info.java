/**
 * The embedded PostgreSQL: unpacked, initialised, started before the data source and stopped after it.
 *
 * <p>It uses no other room. Start reading at {@link dev.standfirst.database.EmbeddedDatasource}, which decides whether
 * an embedded server is wanted at all; {@link dev.standfirst.database.PostgresServer} runs it.
 *
 * <p>Everything it keeps is in {@code postgresql} below the data folder ({@code standfirst.data}, {@code ./data} unless
 * set), readable by its owner alone:
 *
 * <table>
 * <caption>The folder of the embedded server</caption>
 * <tr><td>{@code cluster}</td><td>what PostgreSQL keeps: the content itself</td></tr>
 * <tr><td>{@code password}</td><td>of the roles {@code standfirst} (the application's, which owns the database of that
 * name) and {@code postgres} (the superuser's)</td></tr>
 * <tr><td>{@code server.log}</td><td>what the server says about itself; {@code server.log.1} is the one before</td></tr>
 * <tr><td>{@code lock}</td><td>held by the process that runs the server</td></tr>
 * <tr><td>{@code binaries-…}</td><td>the programs, unpacked; deleted ones come back</td></tr>
 * </table>
 */
@NullMarked
package dev.standfirst.database;

import org.jspecify.annotations.NullMarked;

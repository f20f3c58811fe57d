/**
 * Brings whole sites in, and takes them out: files of things, one a line, and what other systems export.
 *
 * <p>A leaf: it may use every room, and none uses it. A file is read thing by thing ({@link dev.standfirst.transfer.ThingSource}), and written
 * batch by batch ({@link dev.standfirst.transfer.BatchWriter}), each thing by the service of its own room, so that a line obeys the rules of
 * a single POST. Start reading at {@link dev.standfirst.transfer.ImportService} and
 * {@link dev.standfirst.transfer.ExportService}.
 */
@NullMarked
package dev.standfirst.transfer;

import org.jspecify.annotations.NullMarked;

/**
 * Brings whole sites in: files of things, one a line.
 *
 * <p>A leaf: it may use every room, and none uses it. A file is read line by line ({@link dev.standfirst.transfer.LineReader}), and written
 * batch by batch ({@link dev.standfirst.transfer.BatchWriter}), each thing by the service of its own room, so that a line obeys the rules of
 * a single POST. Start reading at {@link dev.standfirst.transfer.ImportService}.
 */
@NullMarked
package dev.standfirst.transfer;

import org.jspecify.annotations.NullMarked;

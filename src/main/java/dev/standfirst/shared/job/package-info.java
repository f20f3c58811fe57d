/** Work that goes on beside requests. Start reading at {@link dev.standfirst.shared.job.BackgroundJob}. */
@NullMarked
package dev.standfirst.shared.job;

import org.jspecify.annotations.NullMarked;

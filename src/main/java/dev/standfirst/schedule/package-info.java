/**
 * What time does: what is going to go live, change and end, and the job that tells the log of it afterwards. Start reading at {@link
 * dev.standfirst.schedule.ScheduleResource}.
 */
@NullMarked
package dev.standfirst.schedule;

import org.jspecify.annotations.NullMarked;

package dev.standfirst.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is told of what time does. */
@ConfigMapping(prefix = "standfirst.schedule")
public interface ScheduleSettings {
    /** Whether this node tells the log what time has done; one node of a site is enough, several do no harm. */
    @WithDefault("true")
    boolean announce();
}

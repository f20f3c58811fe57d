package dev.standfirst.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What holds for the whole site. */
@ConfigMapping(prefix = "standfirst.site")
interface SiteSettings {

    /** The language of articles that name none (BCP 47). */
    @WithDefault("en")
    String language();
}

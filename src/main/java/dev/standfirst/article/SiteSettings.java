package dev.standfirst.article;

import dev.standfirst.body.Source;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What holds for the whole site. */
@ConfigMapping(prefix = "standfirst.site")
public interface SiteSettings {

    /** The language of articles that name none (BCP 47). */
    @WithDefault("en")
    String language();

    /**
     * The site's own hosts, as {@code www.example.org,example.org}: a link to one of them is no source. Bodies keep all of
     * their links, and these are left out when sources are read; so a change holds for every story at once.
     */
    Optional<Set<String>> hosts();

    /** Leaves out of a story's outbound links those that lead to the site itself. */
    default List<Source> outside(List<Source> links) {
        Set<String> own = hosts().orElse(Set.of());
        return links.stream()
                .filter(link -> own.stream().noneMatch(link.host()::equalsIgnoreCase))
                .toList();
    }
}

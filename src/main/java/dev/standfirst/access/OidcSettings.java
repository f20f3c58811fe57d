package dev.standfirst.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/** What the site's own identity provider says of people, in our words. The provider itself is set by {@code quarkus.oidc}. */
@ConfigMapping(prefix = "standfirst.oidc")
public interface OidcSettings {

    /**
     * Whom the provider's groups make what: {@code standfirst.oidc.roles.editor=desk,night-desk}. Somebody of several groups has the role
     * with the most permissions, and somebody of none of these is refused. Groups are read from the claim {@code groups}, or where {@code
     * quarkus.oidc.roles.role-claim-path} says.
     */
    Map<Role, List<String>> roles();
}

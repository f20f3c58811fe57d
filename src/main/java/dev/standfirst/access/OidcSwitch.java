package dev.standfirst.access;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Has OpenID Connect off unless {@value #PROVIDER} is set. Quarkus has it on, and would not start without a provider; its own switch, left
 * to people, would be a second setting that has to agree with the first.
 */
public final class OidcSwitch implements ConfigSourceInterceptor {
    static final String IS_ON = "quarkus.oidc.tenant-enabled";
    private static final String PROVIDER = "quarkus.oidc.auth-server-url";

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        if (!name.equals(IS_ON)) {
            return value;
        }
        ConfigValue provider = context.proceed(PROVIDER);
        boolean isSet = provider != null
                && provider.getValue() != null
                && !provider.getValue().isBlank();
        return isSet
                ? value
                : ConfigValue.builder().withName(name).withValue("false").build();
    }
}

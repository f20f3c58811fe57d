package dev.standfirst.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.standfirst.access.Role;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The site's identity provider, as small as one can be: it tells where its keys are, and which (OpenID Connect Discovery 1.0; RFC 7517).
 * The group {@code desk-editor} makes an editor, and so for each role.
 */
public final class Issuer implements QuarkusTestResourceLifecycleManager {
    private static final Duration LIFESPAN = Duration.ofMinutes(5);
    private static final KeyPair KEY = newKey();
    private static final KeyPair KEY_OF_NOBODY = newKey();

    private static volatile String address = "";

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token", "authorization_endpoint": "%1$s/login"}
                """.formatted(address)));
        server.createContext("/keys", exchange -> answer(exchange, keys()));
        server.start();

        Map<String, String> settings = new LinkedHashMap<>(Map.of("quarkus.oidc.auth-server-url", address));
        settings.putAll(Arrays.stream(Role.values())
                .collect(Collectors.toMap(role -> "standfirst.oidc.roles." + role, Issuer::group)));
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Returns a token of somebody whose group makes the role. */
    public static String token(Role role) {
        return signed(claims().subject("the-" + role).groups(group(role)).claim("name", "The " + role));
    }

    /** Returns the address that its tokens are of, as long as it runs. */
    public static String address() {
        return address;
    }

    /** Begins a token that is in order, of somebody who is in no group. */
    public static JwtClaimsBuilder claims() {
        Instant now = Instant.now();
        return Jwt.claims()
                .issuer(address)
                .audience("standfirst")
                .subject("ines")
                .issuedAt(now)
                .expiresAt(now.plus(LIFESPAN));
    }

    /** Returns the group that makes a role. */
    public static String group(Role role) {
        return "desk-" + role;
    }

    /** Ends a token, with an expiry if it has none, by the provider's signature. */
    public static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId("a").sign(KEY.getPrivate());
    }

    /** Ends a token with a signature that says to be the provider's. */
    public static String forged(JwtClaimsBuilder claims) {
        return claims.jws().keyId("a").sign(KEY_OF_NOBODY.getPrivate());
    }

    /** Ends a token with a signature by a key that the provider does not have. */
    public static String signedByUnknown(JwtClaimsBuilder claims) {
        return claims.jws().keyId("b").sign(KEY_OF_NOBODY.getPrivate());
    }

    /** Ends a token with a signature that takes the provider's public key, which everybody knows, for a shared secret. */
    public static String signedByPublicKey(JwtClaimsBuilder claims) {
        byte[] known = KEY.getPublic().getEncoded();
        return claims.jws().keyId("a").sign(new SecretKeySpec(known, "HmacSHA256"));
    }

    /** Makes a token of claims with the provider's signature. */
    public static String signed(Map<String, ?> claims) {
        String text = headAndBody("RS256", claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEY.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a token of claims with no signature at all (RFC 7519, section 6). */
    public static String unsigned(Map<String, ?> claims) {
        return headAndBody("none", claims) + ".";
    }

    private static String headAndBody(String algorithm, Map<String, ?> claims) {
        return Stream.of(Map.of("alg", algorithm, "kid", "a"), claims)
                .map(part -> new JsonObject(new LinkedHashMap<>(part)).encode())
                .map(part -> base64(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    private static String keys() {
        RSAPublicKey key = (RSAPublicKey) KEY.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "a", "n": "%s", "e": "%s"}]}
                """.formatted(number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** An identity provider that hangs up on whoever connects, and counts them. */
    public static final class Absent implements QuarkusTestResourceLifecycleManager {
        private static final AtomicInteger CONNECTIONS = new AtomicInteger();

        private @Nullable ServerSocket socket;

        /** How many connected yet. */
        public static int connections() {
            return CONNECTIONS.get();
        }

        @Override
        public Map<String, String> start() {
            try {
                ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                socket = listening;
                Thread thread = new Thread(() -> hangUp(listening), "absent issuer");
                thread.setDaemon(true);
                thread.start();
                return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:" + listening.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void hangUp(ServerSocket socket) {
            while (!socket.isClosed()) {
                try {
                    socket.accept().close();
                    CONNECTIONS.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        @Override
        public void stop() {
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

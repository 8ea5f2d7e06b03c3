package org.ohmstead.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect provider on this machine, whose people and lies a test chooses. */
final class FakeProvider implements AutoCloseable {
    static final String CLIENT = "ohmstead";
    static final String SECRET = "a secret: of the client";

    final Map<String, Object> discovery = new ConcurrentHashMap<>();
    final AtomicInteger keysAsked = new AtomicInteger();
    final List<JWK> keys = new ArrayList<>();
    /** What each token request came with. */
    final List<Map<String, String>> redeemed = new ArrayList<>();

    final List<String> authorizations = new ArrayList<>();
    /** Makes of the claims of a sign-in what is answered as its ID token. */
    volatile Function<JWTClaimsSet, String> signing = claims -> sign(claims, JWSAlgorithm.RS256, 0);
    /** Sent instead of the discovery document; null: the document. */
    volatile byte @Nullable [] huge;

    volatile boolean silent;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    FakeProvider(Clock clock) {
        this.clock = clock;
        try {
            keys.add(new RSAKeyGenerator(2048).keyID("rsa-1").generate());
            keys.add(new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate());
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/realm/.well-known/openid-configuration", this::discovery);
        server.createContext("/realm/keys", this::keys);
        server.createContext("/realm/token", this::token);
        server.start();
        discovery.putAll(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys"));
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    /** Somebody signs in there. @return the code with which the browser goes back */
    String code(String departure) {
        String code = "code-" + codes.size();
        codes.put(code, query(URI.create(departure).getRawQuery()));
        return code;
    }

    /** What stands in the URL that a browser was sent to. */
    static Map<String, String> query(String raw) {
        return Stream.of(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** Claims of the nonce that somebody has departed with. */
    JWTClaimsSet.Builder claims(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("subject-1")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("email", "anna@example.org")
                .claim("email_verified", true)
                .claim("name", "Anna Ohm")
                .claim("realm_access", Map.of("roles", List.of("staff", "offline_access")));
    }

    String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, int key) {
        return sign(claims, algorithm, keys.get(key));
    }

    static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWK key) {
        try {
            JWSSigner signer = key instanceof RSAKey rsa
                    ? new RSASSASigner(rsa.toPrivateKey(), true)
                    : new ECDSASigner(key.toECKey());
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void discovery(HttpExchange exchange) throws IOException {
        byte[] instead = huge;
        answer(
                exchange,
                200,
                instead == null ? JSONObjectUtils.toJSONString(discovery).getBytes(StandardCharsets.UTF_8) : instead);
    }

    private void keys(HttpExchange exchange) throws IOException {
        keysAsked.incrementAndGet();
        answer(exchange, 200, new JWKSet(keys).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        redeemed.add(form);
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Map<String, String> begun = codes.remove(String.valueOf(form.get("code")));
        if (begun == null || !proves(form, begun)) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String token =
                signing.apply(claims(Objects.requireNonNull(begun.get("nonce"))).build());
        answer(
                exchange,
                200,
                ("{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 7636, 4.6. */
    private static boolean proves(Map<String, String> form, Map<String, String> begun) {
        String challenge = new Attempts.Attempt("", "", "", "", String.valueOf(form.get("code_verifier"))).challenge();
        return challenge.equals(begun.get("code_challenge"))
                && Objects.equals(begun.get("redirect_uri"), form.get("redirect_uri"));
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            if (silent) {
                closed.await();
                return;
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}

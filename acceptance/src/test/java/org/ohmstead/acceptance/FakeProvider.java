package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An OpenID Connect provider on this machine, whose people and lies a test chooses; with nothing but the JDK. */
final class FakeProvider implements AutoCloseable {
    static final String CLIENT = "ohmstead";

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile KeyPair keys = keyPair();
    private volatile int generation;
    private volatile UnaryOperator<ObjectNode> claims = usual -> usual;
    private volatile Function<ObjectNode, String> signing = this::signed;
    private volatile boolean silent;
    private volatile int padding;

    FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", this::keys);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it says of whoever signs in, made of what it usually says. */
    void says(UnaryOperator<ObjectNode> changed) {
        claims = changed;
        signing = this::signed;
    }

    /** How it makes a token of claims. */
    void signs(Function<ObjectNode, String> how) {
        signing = how;
    }

    /** From now on it signs with another key. */
    void rotate() {
        keys = keyPair();
        generation++;
    }

    /** It takes requests and says nothing to them, or does again. */
    void silent(boolean silent) {
        this.silent = silent;
    }

    /** So many bytes more stand in what it answers for a code. */
    void padding(int bytes) {
        this.padding = bytes;
    }

    byte[] publicKey() {
        return keys.getPublic().getEncoded();
    }

    /** Somebody signs in there. @param query of the URL that the browser was sent to. @return the code */
    String code(Map<String, String> query) {
        String code = "code-" + codes.size() + "-" + System.nanoTime();
        codes.put(code, query);
        return code;
    }

    static Map<String, String> query(String raw) {
        Map<String, String> found = new HashMap<>();
        for (String pair : raw.split("&")) {
            int at = pair.indexOf('=');
            found.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), UTF_8));
        }
        return found;
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Api.JSON
                        .createObjectNode()
                        .put("issuer", issuer())
                        .put("authorization_endpoint", issuer() + "/authorize")
                        .put("token_endpoint", issuer() + "/token")
                        .put("jwks_uri", issuer() + "/keys"));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        ObjectNode all = Api.JSON.createObjectNode();
        all.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", "key-" + generation)
                .put("n", base64(unsigned(key.getModulus())))
                .put("e", base64(unsigned(key.getPublicExponent())));
        answer(exchange, 200, all);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> begun = codes.remove(form.getOrDefault("code", ""));
        if (begun == null || !begun.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, Api.JSON.createObjectNode().put("error", "invalid_grant"));
            return;
        }
        ObjectNode usual = Api.JSON
                .createObjectNode()
                .put("iss", issuer())
                .put("aud", CLIENT)
                .put("sub", "subject-1")
                .put("iat", Instant.now().getEpochSecond())
                .put("exp", Instant.now().getEpochSecond() + 300)
                .put("nonce", begun.get("nonce"))
                .put("email", "anna@example.org")
                .put("email_verified", true)
                .put("name", "Anna Ohm");
        usual.putArray("groups").add("staff");
        ObjectNode answer = Api.JSON
                .createObjectNode()
                .put("access_token", "x")
                .put("id_token", signing.apply(claims.apply(usual)))
                .put("padding", "x".repeat(padding));
        answer(exchange, 200, answer);
    }

    private static String challenge(String verifier) {
        try {
            return base64(java.security.MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it should be: RS256 with the key that it shows. */
    String signed(ObjectNode claims) {
        String head = Api.JSON
                .createObjectNode()
                .put("alg", "RS256")
                .put("kid", "key-" + generation)
                .toString();
        String text =
                base64(head.getBytes(UTF_8)) + "." + base64(claims.toString().getBytes(UTF_8));
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(keys.getPrivate());
            rsa.update(text.getBytes(UTF_8));
            return text + "." + base64(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        try (exchange) {
            if (silent) {
                closed.await();
                return;
            }
            byte[] bytes = body.toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
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

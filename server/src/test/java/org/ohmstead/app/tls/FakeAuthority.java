package org.ohmstead.app.tls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The wire protocol of ACME (RFC 8555) as far as a client needs it: each request must be signed, with a nonce that was given out. */
final class FakeAuthority implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> contacts = new CopyOnWriteArrayList<>();
    final List<ObjectNode> orders = new CopyOnWriteArrayList<>();
    final Map<String, PublicJsonWebKey> accounts = new ConcurrentHashMap<>();
    /** Whether it finds its token where it asks for it. */
    volatile boolean finds = true;

    private final HttpServer http;
    private final Function<String, String> ask;
    private final Clock clock;
    private final Set<String> nonces = new HashSet<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, String> certificates = new ConcurrentHashMap<>();
    private final KeyAndChain root;

    /** @param ask what stands at a path of port 80; null: nothing */
    FakeAuthority(Function<String, String> ask, Clock clock) throws IOException {
        this.ask = ask;
        this.clock = clock;
        KeyPair key = Signing.rsaKey();
        Instant now = clock.instant();
        root = new KeyAndChain(
                key.getPrivate(),
                List.of(Signing.root("Fake", key, new Signing.Validity(now, now.plus(Duration.ofDays(999))))));
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    String directory() {
        return url("/directory");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String nonce = "nonce" + number.incrementAndGet();
        synchronized (nonces) {
            nonces.add(nonce);
        }
        exchange.getResponseHeaders().set("Replay-Nonce", nonce);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        try {
            if (path.equals("/directory")) {
                send(exchange, 200, directoryJson());
            } else if (path.equals("/nonce")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                signed(exchange, path);
            }
        } catch (Exception e) {
            send(
                    exchange,
                    400,
                    JSON.createObjectNode()
                            .put("type", "urn:ietf:params:acme:error:malformed")
                            .put("detail", e.toString()));
        }
        exchange.close();
    }

    private ObjectNode directoryJson() {
        return JSON.createObjectNode()
                .put("newNonce", url("/nonce"))
                .put("newAccount", url("/account"))
                .put("newOrder", url("/order"));
    }

    private void signed(HttpExchange exchange, String path) throws Exception {
        JsonNode payload = verified(exchange, path);
        int at = path.lastIndexOf('/');
        switch (path.substring(0, at + 1)) {
            case "/" -> {
                if (path.equals("/account")) {
                    payload.path("contact").forEach(contact -> contacts.add(contact.asText()));
                    if (!payload.path("termsOfServiceAgreed").asBoolean()) {
                        throw new IllegalArgumentException("the terms are not accepted");
                    }
                    exchange.getResponseHeaders().set("Location", url("/account/1"));
                    send(exchange, 201, JSON.createObjectNode().put("status", "valid"));
                } else {
                    newOrder(exchange, payload);
                }
            }
            case "/order/" -> send(exchange, 200, order(path));
            case "/authorization/" -> send(exchange, 200, authorization(path.substring(at + 1)));
            case "/challenge/" -> {
                asked(path.substring(at + 1));
                send(exchange, 200, challenge(path.substring(at + 1)));
            }
            case "/finalize/" -> {
                certify(path.substring(at + 1), payload);
                send(exchange, 200, order("/order/" + path.substring(at + 1)));
            }
            default -> sendPem(exchange, certificates.get(path.substring(at + 1)));
        }
    }

    private JsonNode verified(HttpExchange exchange, String path) throws IOException, JoseException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(body.path("protected").asText() + "."
                + body.path("payload").asText() + "." + body.path("signature").asText());
        JsonNode header = JSON.readTree(
                Base64.getUrlDecoder().decode(body.path("protected").asText()));
        PublicJsonWebKey key = header.has("jwk")
                ? PublicJsonWebKey.Factory.newPublicJwk(header.path("jwk").toString())
                : accounts.values().iterator().next();
        jws.setKey(key.getPublicKey());
        boolean fresh;
        synchronized (nonces) {
            fresh = nonces.remove(header.path("nonce").asText());
        }
        if (!fresh || !jws.verifySignature() || !header.path("url").asText().equals(url(path))) {
            throw new IllegalArgumentException("the request is not signed as it should be: " + header);
        }
        if (path.equals("/account")) {
            accounts.put(key.calculateBase64urlEncodedThumbprint("SHA-256"), key);
        }
        String payload = jws.getPayload();
        return payload.isEmpty() ? JSON.createObjectNode() : JSON.readTree(payload);
    }

    private final Map<String, List<String>> names = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();

    private void newOrder(HttpExchange exchange, JsonNode payload) throws IOException {
        String id = Integer.toString(orders.size() + 1);
        List<String> wanted = payload.path("identifiers").findValuesAsText("value");
        names.put(id, wanted);
        ObjectNode order = order("/order/" + id);
        orders.add(order);
        exchange.getResponseHeaders().set("Location", url("/order/" + id));
        send(exchange, 201, order);
    }

    private ObjectNode order(String path) {
        String id = path.substring("/order/".length());
        List<String> wanted = names.get(id);
        ObjectNode order = JSON.createObjectNode();
        ArrayNode identifiers = order.putArray("identifiers");
        ArrayNode authorizations = order.putArray("authorizations");
        boolean all = true;
        for (String name : wanted) {
            identifiers.addObject().put("type", "dns").put("value", name);
            authorizations.add(url("/authorization/" + id + "-" + name));
            all &= "valid".equals(states.get(id + "-" + name));
        }
        order.put("finalize", url("/finalize/" + id));
        if (certificates.containsKey(id)) {
            order.put("status", "valid").put("certificate", url("/certificate/" + id));
        } else {
            order.put("status", all ? "ready" : "pending");
        }
        return order;
    }

    private ObjectNode authorization(String id) {
        ObjectNode authorization = JSON.createObjectNode().put("status", states.getOrDefault(id, "pending"));
        authorization.putObject("identifier").put("type", "dns").put("value", id.substring(id.indexOf('-') + 1));
        authorization.putArray("challenges").add(challenge(id));
        return authorization;
    }

    private ObjectNode challenge(String id) {
        return JSON.createObjectNode()
                .put("type", "http-01")
                .put("url", url("/challenge/" + id))
                .put("token", "token-" + id.replace(".", "_"))
                .put("status", states.getOrDefault(id, "pending"));
    }

    private void asked(String id) throws JoseException {
        String found = finds ? ask.apply("/.well-known/acme-challenge/token-" + id.replace(".", "_")) : null;
        String thumbprint = accounts.keySet().iterator().next();
        states.put(id, ("token-" + id.replace(".", "_") + "." + thumbprint).equals(found) ? "valid" : "invalid");
    }

    private void certify(String id, JsonNode payload) throws Exception {
        JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(
                Base64.getUrlDecoder().decode(payload.path("csr").asText()));
        if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(request.getPublicKey()))) {
            throw new IllegalArgumentException("the signing request is not signed");
        }
        Extensions wanted =
                Extensions.getInstance(request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)[0]
                        .getAttrValues()
                        .getObjectAt(0));
        Set<String> of = new LinkedHashSet<>();
        for (GeneralName name : GeneralNames.fromExtensions(wanted, Extension.subjectAlternativeName)
                .getNames()) {
            of.add(name.getName().toString());
        }
        if (!of.equals(new LinkedHashSet<>(names.get(id)))) {
            throw new IllegalArgumentException("the signing request is for " + of);
        }
        Instant now = clock.instant();
        X509Certificate certificate = Signing.server(
                root,
                new KeyPair(request.getPublicKey(), null),
                of,
                new Signing.Validity(now, now.plus(Duration.ofDays(90))));
        certificates.put(id, PemFiles.pem(certificate, root.certificate()));
    }

    private static void send(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 300 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sendPem(HttpExchange exchange, String pem) throws IOException {
        byte[] bytes = pem.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/pem-certificate-chain");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}

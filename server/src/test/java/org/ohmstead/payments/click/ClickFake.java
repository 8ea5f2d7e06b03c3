package org.ohmstead.payments.click;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Click's Merchant API, as far as it is needed to give money back. */
final class ClickFake implements AutoCloseable {
    private final HttpServer server;
    private final String user;
    private final String secret;
    /** Its number is 2 while it is paid, and below 0 once it is reversed. */
    volatile int status = 2;
    /** It reverses, and the line breaks before the answer. */
    volatile boolean silent;
    /** It does not reverse any more. */
    volatile boolean refuses;

    volatile int reversals;

    ClickFake(String user, String secret) throws IOException {
        this.user = user;
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String answer = isKnown(String.valueOf(exchange.getRequestHeaders().getFirst("Auth")))
                    ? answer(exchange.getRequestMethod(), path)
                    : "{\"error_code\":-1,\"error_note\":\"auth\"}";
            if (path.contains("/reversal/") && silent) {
                return;
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String answer(String method, String path) {
        if (path.startsWith("/payment/status_by_mti/")) {
            return "{\"error_code\":0,\"payment_id\":4711}";
        }
        if (path.startsWith("/payment/status/")) {
            return "{\"error_code\":0,\"payment_id\":4711,\"payment_status\":" + status + "}";
        }
        if (!method.equals("DELETE") || !path.endsWith("/4711") || refuses || status < 0) {
            return "{\"error_code\":-5,\"error_note\":\"not possible\"}";
        }
        status = -99;
        reversals++;
        return "{\"error_code\":0,\"payment_id\":4711}";
    }

    private boolean isKnown(String auth) {
        String[] parts = auth.split(":");
        try {
            return parts.length == 3
                    && parts[0].equals(user)
                    && parts[1].equals(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-1")
                                    .digest((parts[2] + secret).getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that nobody should take. */
final class Jwt {
    private Jwt() {}

    /** Signed by nobody, as {@code alg none}. */
    static String unsigned(ObjectNode claims) {
        return encoded("{\"alg\":\"none\"}") + "." + encoded(claims.toString()) + ".";
    }

    /** @param algorithm HS256, HS384 or HS512 */
    static String hmac(String algorithm, JsonNode claims, byte[] key) {
        String text = encoded("{\"alg\":\"" + algorithm + "\"}") + "." + encoded(claims.toString());
        try {
            String name = "HmacSHA" + algorithm.substring(2);
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return text + "." + FakeProvider.base64(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode claims(String token) {
        try {
            return (ObjectNode) Api.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return FakeProvider.base64(text.getBytes(UTF_8));
    }
}

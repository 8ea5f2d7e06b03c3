package org.ohmstead.payments.click;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Click sends (docs.click.uz/en/click-api-request). Its texts stand as they came: the sign is made of them. */
record ClickForm(Map<String, String> fields) {
    private static final List<String> NEEDED = List.of(
            "click_trans_id",
            "service_id",
            "merchant_trans_id",
            "amount",
            "action",
            "error",
            "sign_time",
            "sign_string");

    private static final int LONGEST = 200;

    static ClickForm of(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new ClickForm(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    boolean isComplete() {
        return text("action").equals("1");
    }

    /** Whether all is there, and of a length and an alphabet that such fields have. */
    boolean isWhole() {
        boolean all = NEEDED.stream().allMatch(this::isWord) && (!isComplete() || isWord("merchant_prepare_id"));
        return all
                && text("click_trans_id").matches("\\d{1,19}")
                && text("error").matches("-?\\d{1,9}")
                && text("amount").matches("\\d{1,15}(\\.\\d{1,6})?");
    }

    private boolean isWord(String field) {
        String text = text(field);
        return !text.isBlank() && text.length() <= LONGEST && text.chars().allMatch(each -> each >= ' ' && each < 127);
    }

    /** md5 over the texts as they came, with the secret between them. */
    boolean isSigned(String secret) {
        String signed = text("click_trans_id")
                + text("service_id")
                + secret
                + text("merchant_trans_id")
                + (isComplete() ? text("merchant_prepare_id") : "")
                + text("amount")
                + text("action")
                + text("sign_time");
        return MessageDigest.isEqual(
                md5(signed).getBytes(StandardCharsets.US_ASCII),
                text("sign_string").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // each JDK has it
        }
    }

    /** In soums. */
    BigDecimal amount() {
        return new BigDecimal(text("amount"));
    }

    /** Below 0: Click gives up. */
    long error() {
        return Long.parseLong(text("error"));
    }
}

package org.ohmstead.payments.gateways;

/** What an account at a provider consists of. */
public enum AccountKey {
    MERCHANT_ID("merchantId", false),
    SERVICE_ID("serviceId", false),
    USER_ID("userId", false),
    PUBLIC_KEY("publicKey", false),
    SECRET_KEY("secretKey", true),
    WEBHOOK_SECRET("webhookSecret", true);

    private final String field;
    private final boolean secret;

    AccountKey(String field, boolean secret) {
        this.field = field;
        this.secret = secret;
    }

    /** As the API calls it. */
    public String field() {
        return field;
    }

    /** Whether it is kept encrypted and never shown. */
    public boolean isSecret() {
        return secret;
    }
}

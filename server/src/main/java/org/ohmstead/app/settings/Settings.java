package org.ohmstead.app.settings;

import java.util.List;

/** Everything that can be set. */
public record Settings(
        HttpSettings http,
        TlsSettings tls,
        AccessSettings access,
        OidcSettings oidc,
        StoreSettings store,
        FileStoreSettings files,
        StationSettings stations,
        StationSecuritySettings stationSecurity,
        SocketSettings sockets,
        CallSettings calls,
        TokenSettings tokens,
        PaymentSettings payments,
        PlugAndChargeSettings plugAndCharge,
        SessionSettings sessions) {

    /** The records in the order of the reference. */
    static final List<Class<? extends Record>> RECORDS = List.of(
            HttpSettings.class,
            TlsSettings.class,
            AccessSettings.class,
            OidcSettings.class,
            StoreSettings.class,
            FileStoreSettings.class,
            StationSettings.class,
            StationSecuritySettings.class,
            SocketSettings.class,
            CallSettings.class,
            TokenSettings.class,
            PaymentSettings.class,
            PlugAndChargeSettings.class,
            SessionSettings.class);

    /** The defaults, whatever the environment says. */
    public static Settings defaults() {
        return of();
    }

    /** The defaults but for these flags, whatever the environment says. */
    public static Settings of(String... flags) {
        return SettingsReader.read(Sources.of(flags)).orThrow();
    }
}

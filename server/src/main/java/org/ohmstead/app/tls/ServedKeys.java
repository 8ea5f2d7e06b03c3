package org.ohmstead.app.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows each handshake the certificate whose kind of key the other side understands: RSA or EC (A00.FR.317, A00.FR.318). Others may
 * take their place at any time; handshakes that run end with what they began with, and connections that stand notice nothing.
 */
final class ServedKeys extends X509ExtendedKeyManager {
    private final ConcurrentMap<String, KeyAndChain> byAlias = new ConcurrentHashMap<>();
    private volatile Map<String, String> newest = Map.of();
    private volatile Map<String, String> former = Map.of();
    private int generation;

    /** @param keys at most one of each kind counts, the first */
    synchronized void serve(List<KeyAndChain> keys) {
        generation++;
        Map<String, String> aliases = new ConcurrentHashMap<>();
        for (KeyAndChain each : keys) {
            String alias = each.type() + "-" + generation;
            if (aliases.putIfAbsent(each.type(), alias) == null) {
                byAlias.put(alias, each);
            }
        }
        former.values().forEach(byAlias::remove); // no handshake lasts for two generations
        former = newest;
        newest = aliases;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return newest.get(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return newest.get(keyType);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = newest.get(keyType);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        KeyAndChain found = byAlias.get(alias);
        return found == null ? null : found.chain().toArray(new X509Certificate[0]);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        KeyAndChain found = byAlias.get(alias);
        return found == null ? null : found.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null; // we dial nobody with them
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}

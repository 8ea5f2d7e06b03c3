package org.ohmstead.stations.securityprofiles;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody shows who wants to come in as a station.
 *
 * @param certificates  its own first; empty: it has shown none
 * @param authorization the header; null: none came
 * @param secretInPath  what stands in the path where a token may; null: nothing
 */
public record Shown(
        boolean tls,
        List<X509Certificate> certificates,
        @Nullable String authorization,
        @Nullable String secretInPath) {
    public Shown {
        certificates = List.copyOf(certificates);
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}

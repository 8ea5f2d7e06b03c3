package org.ohmstead.doctor.connect;

import java.util.Optional;

/** Who vouches for this server's own certificate. A bean that knows it, where the server speaks TLS itself, is found by itself. */
public interface RootCertificate {
    /** In PEM, as a charger takes it; empty: TLS is off, or an authority signed it that chargers know anyway. */
    Optional<String> pem();
}

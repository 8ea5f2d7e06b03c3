package org.ohmstead.bench.socket;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.net.ssl.SSLContext;

/** TLS that takes any certificate: what is measured is the server's work, not the trust in it. */
public final class AnyCertificate {
    private AnyCertificate() {}

    /** A new one for each station: none resumes the session of another, as after a restart of the server. */
    public static SSLContext context() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK has no TLS", e);
        }
    }
}

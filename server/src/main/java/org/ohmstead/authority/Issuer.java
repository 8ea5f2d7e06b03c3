package org.ohmstead.authority;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.certificates.SignedFor;

/** Signs certificates for authorities of one kind. */
public interface Issuer {
    Authority.Kind kind();

    /**
     * Signs what a station has asked for; may take a while.
     *
     * @return its certificate first, then each that has signed the one before, without the root
     * @throws NotYet  it is not decided; to be asked again
     * @throws Refusal the authority does not sign this
     */
    List<X509Certificate> issue(Authority authority, CertificateRequest request, SignedFor use) throws NotYet, Refusal;

    /** An authority takes its time, or cannot be reached. */
    final class NotYet extends Exception {
        private static final long serialVersionUID = 1L;

        private final Duration again;

        /** @param again when to ask again */
        public NotYet(String why, Duration again) {
            super(why, null, false, false);
            this.again = again;
        }

        public Duration again() {
            return again;
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    /** An authority does not sign a request, and asking again would change nothing. */
    final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        public Refusal(String why) {
            super(why, null, false, false);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }
}

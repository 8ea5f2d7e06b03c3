package org.ohmstead.app.tls;

/** What is there cannot be shown to anybody; the message says in a sentence why, and what to do. */
public final class UnusableCertificate extends Exception {
    private static final long serialVersionUID = 1;

    UnusableCertificate(String message) {
        super(message);
    }
}

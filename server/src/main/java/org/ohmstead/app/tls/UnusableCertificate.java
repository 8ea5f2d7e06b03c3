package org.ohmstead.app.tls;

/** What is there cannot be shown to anybody; the message says in a sentence why, and what to do. */
public final class UnusableCertificate extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    UnusableCertificate(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}

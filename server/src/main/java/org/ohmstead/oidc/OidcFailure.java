package org.ohmstead.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why nobody was let in: for the one at the browser in a sentence, and for whoever reads the server's log in detail. */
final class OidcFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What whoever wanted in is told. The sentences stand here and never in a URL, where anybody could write one. */
    enum Reason {
        PROVIDER_AWAY(
                "The identity provider cannot be reached at the moment, or its answer cannot be used. Try again in a minute;"
                        + " the server's log says what was wrong."),
        EXPIRED(
                "This sign-in was begun in another browser or under another address, took longer than ten minutes, or was used"
                        + " already. Begin again."),
        DECLINED("The identity provider did not let you in."),
        UNPROVEN(
                "What the identity provider has said of you does not prove who you are. Try again; the server's log says what"
                        + " was wrong."),
        NO_EMAIL(
                "The identity provider does not say what your e-mail address is. Whoever looks after it can add the claim"
                        + " email to the ID token."),
        UNVERIFIED(
                "Your e-mail address is not verified at the identity provider, so it does not prove that the account of that"
                        + " address is yours. Verify it there, and try again."),
        OTHER_SUBJECT(
                "The account of your e-mail address belongs to somebody else at the identity provider. An owner can remove"
                        + " it; then you can sign in as a new user."),
        OTHER_ORGANISATION(
                "The account of your e-mail address belongs to another organisation, whose people sign in with a"
                        + " password."),
        NO_ROLE("The identity provider gives you no role here. Ask whoever looks after it."),
        LAST_OWNER(
                "The identity provider wants to take the role owner from you, and you are the only owner who can sign in. Make"
                        + " somebody else an owner first."),
        SUSPENDED("Your organisation is suspended, or was removed. Ask whoever runs this installation."),
        DISABLED("Your account is disabled. An owner can let you in again."),
        BUSY("There were too many tries from your address. Try again in a quarter of an hour.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }

        /** As it stands in URLs. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Reason> of(String word) {
            return Arrays.stream(values())
                    .filter(reason -> reason.word().equals(word))
                    .findFirst();
        }
    }

    private final Reason reason;

    /** @param detail for the log; no secrets */
    OidcFailure(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}

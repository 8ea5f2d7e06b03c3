package org.ohmstead.ledger;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose money is meant.
 *
 * @param id of the driver or company; 0: nobody
 */
public record Holder(Kind kind, long id) {
    /** What somebody is. */
    @Schema(name = "LedgerHolderKind")
    public enum Kind {
        /** Nobody that is known: whoever charged without an account, or the organisation itself. */
        NOBODY,
        DRIVER,
        COMPANY;

        /** As it stands in the database and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no holder is a " + word));
        }
    }

    public static final Holder NOBODY = new Holder(Kind.NOBODY, 0);

    public static Holder driver(long id) {
        return new Holder(Kind.DRIVER, id);
    }

    public static Holder company(long id) {
        return new Holder(Kind.COMPANY, id);
    }

    public boolean isNobody() {
        return kind == Kind.NOBODY;
    }

    /** For keys of postings: {@code driver/7}. */
    public String word() {
        return kind.word() + "/" + id;
    }
}

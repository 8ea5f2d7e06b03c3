package org.ohmstead.iso15118.fetch;

/** Somebody who was asked has told nothing that is of use. The message says why, as part of a sentence for an operator. */
public final class NotAnswered extends Exception {
    private static final long serialVersionUID = 1;

    public NotAnswered(String why) {
        super(why);
    }

    /** For an operator. */
    public String why() {
        String message = getMessage();
        return message == null ? "nothing usable came" : message;
    }
}

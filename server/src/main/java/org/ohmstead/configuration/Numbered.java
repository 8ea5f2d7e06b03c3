package org.ohmstead.configuration;

import org.ohmstead.commands.verbs.SendOptions;

/** Options for the messages that one request leads to, each with an Idempotency-Key of its own, so that a repetition finds each again. */
final class Numbered {
    private final SendOptions options;
    private int number;

    Numbered(SendOptions options) {
        this.options = options;
    }

    SendOptions next() {
        return options.part(number++);
    }
}

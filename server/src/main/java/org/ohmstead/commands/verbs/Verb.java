package org.ohmstead.commands.verbs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.ohmstead.api.Refused;

/** Something that a station is told to do, whichever version it speaks. */
@FunctionalInterface
public interface Verb {
    /**
     * What it is told. Words of another version are allowed: then nothing is sent, and the outcome says that its version has no
     * such action.
     *
     * @throws Refused for what cannot be said in its version, naming the field
     */
    Words to(Addressee station);

    /** One translation for each family of versions. */
    static Verb of(Function<Addressee, Words> ocpp16, Function<Addressee, Words> ocpp2) {
        return station -> station.version().isV2() ? ocpp2.apply(station) : ocpp16.apply(station);
    }

    /** The same words, whatever it speaks. */
    static Verb of(String action, ObjectNode payload) {
        return station -> new Words(action, payload);
    }
}

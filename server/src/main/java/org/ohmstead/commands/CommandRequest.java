package org.ohmstead.commands;

import java.util.Optional;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;

/** Turns a command's words into a request record of a version, or says what is wrong with them. */
final class CommandRequest {
    private CommandRequest() {}

    /**
     * The action of this name that may go to a station of this version.
     *
     * @return empty where another version has it and this one has not
     * @throws Refused invalid for a name that no version sends to stations
     */
    static Optional<Action> action(String name, OcppVersion version) {
        Optional<Action> here = Catalogue.find(version, name)
                .filter(action -> action.direction().toStation());
        if (here.isPresent()) {
            return here;
        }
        for (OcppVersion other : OcppVersion.values()) {
            if (Catalogue.find(other, name)
                    .filter(action -> action.direction().toStation())
                    .isPresent()) {
                return Optional.empty();
            }
        }
        String meant = Catalogue.guess(version, name)
                .map(guess -> guess.direction().toStation()
                        ? " Did you mean " + guess.name() + "?"
                        : " " + guess.name() + " goes from the station to us only.")
                .orElse("");
        throw Refused.invalid(
                "action",
                "action is '" + name + "'; no OCPP version sends that to a station." + meant + " GET /api/v1/catalogue/"
                        + version.number() + " lists what is allowed.");
    }

    /** @throws Refused invalid that names the field, what was found and what is allowed */
    static <R extends OcppResult> OcppCall<R> read(Action action, String payload, OcppVersion version) {
        Decoded<? extends Record> decoded =
                RecordCodec.of(action.request(), version).read(payload, Reading.STRICT);
        Record value = decoded.value();
        if (value == null) {
            throw refused(action, decoded, version);
        }
        @SuppressWarnings("unchecked") // the catalogue pairs every CALL's request with its response
        OcppCall<R> call = (OcppCall<R>) value;
        return call;
    }

    private static Refused refused(Action action, Decoded<?> decoded, OcppVersion version) {
        StringBuilder detail =
                new StringBuilder("The payload is no " + action.name() + " of OCPP " + version.number() + ":");
        for (Deviation deviation : decoded.fatal()) {
            detail.append(' ')
                    .append(deviation.path().isEmpty() ? "payload" : deviation.path())
                    .append(" is ")
                    .append(deviation.found())
                    .append(", allowed is ")
                    .append(deviation.allowed())
                    .append(';');
        }
        detail.setCharAt(detail.length() - 1, '.');
        detail.append(" GET /api/v1/catalogue/" + version.number() + "/" + action.name() + " gives the schema.");
        String path =
                decoded.fatal().isEmpty() ? "" : decoded.fatal().getFirst().path();
        return Refused.invalid(path.isEmpty() ? "payload" : "payload." + path, detail.toString());
    }
}

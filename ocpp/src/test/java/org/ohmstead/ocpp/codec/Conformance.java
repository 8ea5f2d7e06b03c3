package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.ocpp.codec.values.Json;

/** Holds one codec against instances whose verdict is known. */
final class Conformance<T extends Record> {
    /** Broken like this, a value survives a lenient reading, so the check before sending must find the same. */
    private static final Set<String> SURVIVING =
            Set.of("maxLength", "minimum", "maximum", "multipleOf", "minItems", "maxItems");

    private final RecordCodec<T> codec;

    Conformance(RecordCodec<T> codec) {
        this.codec = codec;
    }

    /** What is wrong with our verdict, if anything. */
    Optional<String> tryOut(Instance instance) {
        String json = instance.json().toString();
        Decoded<T> strict = codec.read(json, Reading.STRICT);
        Decoded<T> lenient = codec.read(json, Reading.LENIENT);
        String wrong = instance.broken() == null
                ? wrongAbout(instance, strict, lenient)
                : wrongAboutBroken(instance, strict, lenient);
        return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong + " for " + instance);
    }

    private String wrongAbout(Instance instance, Decoded<T> strict, Decoded<T> lenient) {
        if (!strict.fatal().isEmpty()) {
            return "Refused: " + strict.fatal();
        }
        if (!lenient.tolerated().isEmpty() || !strict.value().equals(lenient.value())) {
            return "A lenient reading differs: " + lenient;
        }
        List<Deviation> found = codec.check(strict.value());
        if (!found.isEmpty()) {
            return "The check refuses what was read: " + found;
        }
        String written = codec.write(strict.value());
        return same(instance, written) ? "" : "Written differently: " + written;
    }

    /** Times with a fraction or an offset are written in our own form, and null is never written. */
    private static boolean same(Instance instance, String written) {
        return instance.what().equals("format")
                || instance.json().findParent("data") != null
                || tree(written)
                        .equals(
                                Comparator.comparing(JsonNode::isNumber).thenComparing(Conformance::byValue),
                                instance.json());
    }

    private static int byValue(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.TREES.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String wrongAboutBroken(Instance instance, Decoded<T> strict, Decoded<T> lenient) {
        if (strict.value() != null || !found(strict.fatal(), instance)) {
            return "Not found: " + strict;
        }
        if (strict.fatal().size() > 1) {
            return "Found more than there is: " + strict.fatal();
        }
        if ((lenient.value() == null) == lenient.fatal().isEmpty()) {
            return "A lenient reading with neither a value nor a reason: " + lenient;
        }
        if (!found(lenient.fatal(), instance) && !found(lenient.tolerated(), instance)) {
            return "A lenient reading says nothing: " + lenient;
        }
        boolean survives = SURVIVING.contains(instance.what());
        if (survives && lenient.value() == null) {
            return "A lenient reading refuses it: " + lenient;
        }
        return survives && !found(codec.check(lenient.value()), instance) ? "The check does not find it" : "";
    }

    private static boolean found(List<Deviation> found, Instance instance) {
        return found.stream()
                .anyMatch(
                        each -> each.rule() == instance.broken() && each.path().equals(instance.path()));
    }
}

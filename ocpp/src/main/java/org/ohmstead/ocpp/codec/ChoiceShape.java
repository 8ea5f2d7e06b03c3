package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.WireName;

/** One of the constants of an enum, as this version has them. */
final class ChoiceShape implements Shape {
    private final String name;
    private final Words<Enum<?>> byWire;
    private final Map<String, Enum<?>> byLowerCase = new HashMap<>();
    private final Map<Enum<?>, SerializableString> written = new HashMap<>();
    private final Set<Enum<?>> newer = new HashSet<>();
    private final List<String> wires = new ArrayList<>();

    /** What stands for a value that the enum does not know, where it has such a constant (field note 49). */
    private final @Nullable Enum<?> other;

    ChoiceShape(Class<? extends Enum<?>> type, OcppVersion version) {
        name = type.getSimpleName();
        Map<String, Enum<?>> byName = new HashMap<>();
        Enum<?> fallback = null;
        for (Enum<?> constant : type.getEnumConstants()) {
            String wire = wire(constant);
            written.put(constant, new SerializedString(wire));
            byName.put(wire, constant);
            byLowerCase.put(wire.toLowerCase(Locale.ROOT), constant);
            if (exists(constant, version)) {
                wires.add(wire);
            } else {
                newer.add(constant);
            }
            if (constant.name().equals("Other") || constant.name().equals("OtherError")) {
                fallback = constant;
            }
        }
        other = fallback;
        byWire = new Words<>(byName);
    }

    /** The texts that a version allows for an enum, in the order of its constants. */
    static List<String> wires(Class<? extends Enum<?>> type, OcppVersion version) {
        return new ChoiceShape(type, version).wires;
    }

    private static String wire(Enum<?> constant) {
        return constant instanceof WireName named ? named.wire() : constant.name();
    }

    private static boolean exists(Enum<?> constant, OcppVersion version) {
        try {
            Since since = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Since.class);
            return since == null || version.has(since.value());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Object read(Incoming in) throws IOException {
        if (in.token() != JsonToken.VALUE_STRING) {
            return in.wrongType(wanted());
        }
        JsonParser parser = in.parser;
        Enum<?> constant = byWire.find(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (constant == null) {
            return unknown(in.text(), in);
        }
        check(constant, in.findings);
        return constant;
    }

    private Object unknown(String text, Incoming in) {
        Enum<?> meant = byLowerCase.get(text.strip().toLowerCase(Locale.ROOT));
        if (meant == null && !text.isBlank()) {
            meant = other;
        }
        if (meant == null) {
            return in.findings.fail(Rule.VALUE, text, wanted());
        }
        in.findings.deviate(Rule.VALUE, text, wanted());
        return meant;
    }

    @Override
    public void check(Object value, Findings findings) {
        if (!newer.isEmpty() && newer.contains(value)) {
            findings.deviate(Rule.NEWER, wire((Enum<?>) value), wanted());
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeString(Objects.requireNonNull(written.get(value)));
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        return definitions.shared(name, this, () -> {
            ObjectNode schema = definitions.node().put("type", "string");
            var values = schema.putArray("enum");
            wires.forEach(values::add);
            return schema;
        });
    }

    @Override
    public String wanted() {
        return wires.size() <= 8 ? "one of " + wires : "a value of " + name;
    }
}

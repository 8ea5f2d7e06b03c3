package org.ohmstead.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that was looked at. */
@Schema(name = "StartCheck")
public record StartCheck(
        @Schema(implementation = CheckName.class) String check,
        @Schema(implementation = CheckVerdict.class) String verdict,
        @Schema(implementation = CheckCode.class) String code,

        @Schema(description = "When it was so, or since when; null: not known") @Nullable
        Instant at,

        @Schema(description = "What is known of it; which facts there are depends on the code")
        JsonNode facts,

        @Schema(description = "What it rests on, to be opened")
        List<Evidence> evidence) {

    public StartCheck {
        evidence = List.copyOf(evidence);
    }

    /** Something that is kept. */
    @Schema(name = "StartCheckEvidence")
    public record Evidence(
            @Schema(
                    description = "What it is",
                    enumeration = {
                        "session",
                        "reservation",
                        "remote-start",
                        "station-alert",
                        "charging-profile",
                        "token"
                    })
            String kind,

            long id) {}

    static StartCheck of(CheckName check, CheckCode code, @Nullable Instant at, Facts facts, Evidence... evidence) {
        return new StartCheck(check.word(), code.verdict().word(), code.word(), at, facts.json(), List.of(evidence));
    }

    /** Facts that are being put together; what is null is left out. */
    static final class Facts {
        private final ObjectNode json = JsonNodeFactory.instance.objectNode();

        static Facts none() {
            return new Facts();
        }

        Facts with(String name, @Nullable Object value) {
            switch (value) {
                case null -> {
                    // not known
                }
                case Integer number -> json.put(name, number);
                case Long number -> json.put(name, number);
                case Boolean flag -> json.put(name, flag);
                case JsonNode node -> json.set(name, node);
                default -> json.put(name, value.toString());
            }
            return this;
        }

        ObjectNode json() {
            return json;
        }
    }
}

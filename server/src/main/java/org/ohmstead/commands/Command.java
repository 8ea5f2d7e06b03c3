package org.ohmstead.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An order for a station, in the words of its OCPP version.
 *
 * @param station  identity
 * @param action   name of the action, exactly as in the catalogue
 * @param payload  of the request; null: empty
 * @param patience how long to wait for the answer, once the command has left
 */
public record Command(
        String station, String action, @Nullable JsonNode payload, Duration patience) {}

package org.ohmstead.app.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A setting of the server as the API shows it. */
@Schema(name = "Setting", description = "A setting that the server was started with")
public record SettingView(
        @Schema(examples = "ping-interval") String name,

        @Schema(
                description = "As it was written, or the default; *** where it may hold a secret and was set",
                examples = "30s")
        String value,

        @Schema(description = "What it is where nobody sets it; empty: none", examples = "30s")
        String defaultValue,

        @Schema(
                description = "Where the value comes from; flags win over variables, variables over the file",
                enumeration = {"flag", "variable", "file", "default"})
        String source,

        @Schema(
                description = "The flag, variable or key and file; null: the default",
                examples = "variable OHMSTEAD_PORT")
        @Nullable
        String where,

        @Schema(description = "Whether its value is never shown")
        boolean secret,

        @Schema(description = "What it does and when to change it, in words for people")
        String description,

        @Schema(description = "What it may be, in words for people", examples = "a duration such as 30s, 5m, 1h or 7d")
        String allowed) {}

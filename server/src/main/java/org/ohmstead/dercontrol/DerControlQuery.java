package org.ohmstead.dercontrol;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.ocpp.v2.DERControl;

/** Which controls a request is about; absent: any. */
public record DerControlQuery(
        @Parameter(
                description = "true: default controls, false: scheduled ones",
                schema = @Schema(type = SchemaType.BOOLEAN))
        @QueryParam("isDefault")
        @Nullable
        String isDefault,

        @Parameter(
                description = "As DERControl of OCPP 2.1 has it",
                schema = @Schema(implementation = DERControl.class))
        @QueryParam("controlType")
        @Nullable
        String controlType) {

    /** @param id controlId; null: any */
    DerControls.Which which(@Nullable String id) {
        String type = QueryWords.text(controlType);
        return new DerControls.Which(
                QueryWords.flag("isDefault", isDefault),
                type == null ? null : DerSettings.type(type).name(),
                id);
    }
}

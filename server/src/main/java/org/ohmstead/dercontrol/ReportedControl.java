package org.ohmstead.dercontrol;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A control that a station says it has.
 *
 * @param type    as DERControl of OCPP 2.1 has it
 * @param setting the field that belongs to the type
 */
public record ReportedControl(String id, String type, boolean isDefault, boolean isSuperseded, JsonNode setting) {
    DerControl.Facts facts() {
        return DerSettings.facts(id, type, isDefault, setting);
    }
}

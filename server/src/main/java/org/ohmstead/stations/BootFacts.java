package org.ohmstead.stations;

import org.jspecify.annotations.Nullable;

/**
 * What a station tells of itself when it boots. Empty texts count as absent (field note 47), and so do the signal strengths
 * that some send as card numbers (field note 48); what is longer than 255 characters is cut.
 *
 * @param serialNumber of the station; in 1.6 that of the charge point, else of the box
 * @param iccid        of its SIM card
 * @param imsi         of its SIM card
 * @param reason       why it booted, in the words of 2.x; 1.6 does not say
 */
public record BootFacts(
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String serialNumber,
        @Nullable String firmwareVersion,
        @Nullable String iccid,
        @Nullable String imsi,
        @Nullable String meterType,
        @Nullable String meterSerialNumber,
        @Nullable String reason) {
    public static final BootFacts NONE = new BootFacts(null, null, null, null, null, null, null, null, null);
    private static final int LONGEST = 255;

    public BootFacts {
        vendor = clean(vendor);
        model = clean(model);
        serialNumber = clean(serialNumber);
        firmwareVersion = clean(firmwareVersion);
        iccid = card(iccid);
        imsi = card(imsi);
        meterType = clean(meterType);
        meterSerialNumber = clean(meterSerialNumber);
        reason = clean(reason);
    }

    /** Whether the station is the same as before, whatever the reason of this boot. */
    public boolean sameStation(BootFacts before) {
        return equals(before.because(reason));
    }

    /**
     * For the log: what is known of it and needs no care, each part behind a comma; a SIM card's numbers are nobody's business.
     */
    public String told() {
        StringBuilder told = new StringBuilder();
        add(told, "", vendor);
        add(told, "", model);
        add(told, "serial ", serialNumber);
        add(told, "firmware ", firmwareVersion);
        add(told, "because of ", reason);
        return told.toString();
    }

    private static void add(StringBuilder told, String name, @Nullable String value) {
        if (value != null) {
            told.append(", ").append(name).append(value);
        }
    }

    private BootFacts because(@Nullable String why) {
        return new BootFacts(
                vendor, model, serialNumber, firmwareVersion, iccid, imsi, meterType, meterSerialNumber, why);
    }

    private static @Nullable String card(@Nullable String number) {
        String clean = clean(number);
        return clean == null || clean.startsWith("-") ? null : clean;
    }

    private static @Nullable String clean(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }
}

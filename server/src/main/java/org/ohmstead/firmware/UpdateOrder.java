package org.ohmstead.firmware;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.files.FileLink;

/** Which firmware, and when. */
@Schema(name = "FirmwareOrder")
public record UpdateOrder(
        @Schema(description = "Number of an image that was uploaded at /api/v1/files; this or location") @Nullable
        Long file,

        @Schema(
                description = "URL of an image that lies elsewhere; this or file",
                maxLength = 512,
                examples = "https://vendor.example.com/charger-1.4.2.bin")
        @Nullable
        String location,

        @Schema(description = "Earliest time of the download; default: at once") @Nullable
        Instant retrieveAt,

        @Schema(
                description =
                        "Earliest time of the installation; default: when it is loaded. Plain OCPP 1.6 cannot say it")
        @Nullable
        Instant installAt,

        @Schema(
                description = "How often the station tries a download again; default: it decides",
                minimum = "0",
                maximum = "100")
        @Nullable
        Integer retries,

        @Schema(description = "Seconds between two of its tries; default: it decides", minimum = "0", maximum = "86400")
        @Nullable
        Integer retryInterval,

        @Schema(
                description = "Signature of the image in base64; with signingCertificate the update is a secure one",
                maxLength = 800)
        @Nullable
        String signature,

        @Schema(description = "Certificate that the signature is checked with, in PEM", maxLength = 5500) @Nullable
        String signingCertificate) {

    private static final Pattern LOCATION = Pattern.compile("(?i)(https?|ftps?|sftp)://[^\\s]{1,500}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{1,796}={0,2}\\s*");
    private static final int LONGEST_LOCATION = 512;
    private static final int LONGEST_CERTIFICATE = 5_500;
    private static final int MOST_RETRIES = 100;
    private static final int LONGEST_RETRY = 86_400;
    private static final Duration FARTHEST = Duration.ofDays(365);

    /** Nothing at all. */
    public static final UpdateOrder NONE = new UpdateOrder(null, null, null, null, null, null, null, null);

    /** @throws Refused invalid, naming the first field that is not allowed */
    public void check(Instant now) {
        if ((file == null) == (location == null)) {
            throw Refused.invalid(
                    "file",
                    "Give file, the number of an image at /api/v1/files, or location, the URL of one elsewhere.");
        }
        if (location != null
                && (location.length() > LONGEST_LOCATION
                        || !LOCATION.matcher(location).matches())) {
            throw Refused.invalid(
                    "location",
                    "location is no URL of http, https, ftp, ftps or sftp with " + LONGEST_LOCATION
                            + " characters at most.");
        }
        time("retrieveAt", retrieveAt, now);
        time("installAt", installAt, now);
        number("retries", retries, MOST_RETRIES);
        number("retryInterval", retryInterval, LONGEST_RETRY);
        checkSignature();
    }

    private static void time(String field, @Nullable Instant at, Instant now) {
        if (at != null && at.isAfter(now.plus(FARTHEST))) {
            throw Refused.invalid(field, field + " is " + at + ", which is more than a year ahead.");
        }
    }

    private static void number(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            throw Refused.invalid(
                    field, field + " is " + value + "; allowed is a whole number from 0 to " + most + ".");
        }
    }

    private void checkSignature() {
        if ((signature == null) != (signingCertificate == null)) {
            throw Refused.invalid(
                    signature == null ? "signature" : "signingCertificate",
                    "signature and signingCertificate count together only; give both, or none.");
        }
        if (signature != null && !BASE64.matcher(signature).matches()) {
            throw Refused.invalid("signature", "signature is no base64 of 800 characters at most.");
        }
        if (signingCertificate != null
                && (signingCertificate.length() > LONGEST_CERTIFICATE
                        || !signingCertificate.contains("-----BEGIN CERTIFICATE-----"))) {
            throw Refused.invalid(
                    "signingCertificate",
                    "signingCertificate is no certificate in PEM of " + LONGEST_CERTIFICATE + " characters at most.");
        }
    }

    /** As people may see it: a login or a key in the URL is for the stations alone. */
    public UpdateOrder shown() {
        return location == null
                ? this
                : new UpdateOrder(
                        file,
                        FileLink.shown(location),
                        retrieveAt,
                        installAt,
                        retries,
                        retryInterval,
                        signature,
                        signingCertificate);
    }

    /** @param shown where it lies, as people may see it */
    FirmwareUpdate.Order order(String shown, Instant now) {
        return new FirmwareUpdate.Order(
                new FirmwareUpdate.Image(file, shown),
                retrieveAt == null ? now : retrieveAt.truncatedTo(ChronoUnit.MILLIS),
                installAt == null ? null : installAt.truncatedTo(ChronoUnit.MILLIS),
                retries,
                retryInterval,
                signature == null || signingCertificate == null
                        ? null
                        : new FirmwareUpdate.Signature(signature, signingCertificate));
    }
}

package org.ohmstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whose rows are read is said by who asks, and comes from the door that let them in. Who makes a scope of their own stands here with
 * the reason; a new one fails the build until somebody has thought of one.
 */
class ScopesTest {
    private static final Path MAIN =
            Path.of(System.getProperty("ohmstead.root", "..")).resolve("server/src/main/java/org/ohmstead");

    private static final String OF_NOBODY = "its tables belong to no tenant";

    /** Who sees the rows of all tenants, and why. */
    private static final Map<String, String> EVERYWHERE = Map.ofEntries(
            Map.entry("db/RowPolicies.java", "the setting that lets the server itself pass the policies"),
            Map.entry("db/lanes/DeferredStatements.java", "before the first unit of a transaction"),
            Map.entry("db/lanes/Lane.java", "a write of our own, to see whether the database takes any"),
            Map.entry("db/ageing/OldRows.java", "rows grow old, whosever they are"),
            Map.entry("events/DurableProgress.java", OF_NOBODY),
            Map.entry("events/EventRetention.java", OF_NOBODY),
            Map.entry("events/SqlCursors.java", OF_NOBODY),
            Map.entry("events/SqlOutbox.java", OF_NOBODY),
            Map.entry("events/SqlUndelivered.java", OF_NOBODY),
            Map.entry("jobs/SqlJobStore.java", OF_NOBODY),
            Map.entry(
                    "charging/store/SqlDueSessions.java",
                    "what is due in time, of whomever; each is worked on as its station"),
            Map.entry(
                    "commands/SqlCommandStore.java",
                    "what waits or was left open, of whomever; each is sent as its station"),
            Map.entry(
                    "smartcharging/profiles/SqlProfileStore.java",
                    "whose profiles are over, of whomever; each ends as its station's"),
            Map.entry("smartcharging/priority/SqlPriorityStore.java", "what is old goes, whosever it is"),
            Map.entry(
                    "commands/bulk/SqlBulkCommandStore.java",
                    "what is not through, of whomever; each goes on as its actor"),
            Map.entry("charging/ageing/SqlReadingPartitions.java", "a month's table is everybody's"),
            Map.entry("charging/ageing/SqlReadingSweep.java", "finds what is old; each is rolled up as its station"),
            Map.entry(
                    "messagelog/SqlMessageStore.java",
                    "packs of several tenants are one commit, age, and lie in one order of time"),
            Map.entry(
                    "monitoring/streams/SqlStreamValueStore.java",
                    "values of several tenants' stations are one commit"),
            Map.entry("stations/connections/SqlConnectionStore.java", "what a server that died left open at its node"),
            Map.entry("doctor/troubles/SqlTroubleSigns.java", "what is looked for, each told as its station's"),
            Map.entry("doctor/troubles/SqlTroubleStore.java", "what lasts, each ended as its station's"),
            Map.entry("stations/credentials/SqlPasswordStore.java", "the few that are not settled are all in memory"),
            Map.entry("files/SqlFileStore.java", "what grows old in the folder of all; which of its files are known"),
            Map.entry("files/SqlFileLinkStore.java", "a link is known by its number and secret alone"),
            Map.entry("firmware/SqlFirmwareUpdateStore.java", "what is silent for long, each ended as its station"),
            Map.entry("firmware/campaigns/SqlCampaignStore.java", "what runs, each taken further as its tenant"),
            Map.entry("diagnostics/SqlLogRequestStore.java", "what is silent for long, each ended as its station"),
            Map.entry("blocks/SqlConnectorBlockStore.java", "what is to be told, each as its station"),
            Map.entry("reservations/SqlReservationStore.java", "what stands or is over, each as its station's"),
            Map.entry("locallist/SqlLocalListStore.java", "which lists are to be sent, each as its station's"),
            Map.entry("payments/SqlDuePayments.java", "which are in doubt, each asked about as its tenant's"),
            Map.entry(
                    "payments/gateways/SqlGatewayAccountStore.java",
                    "a provider calls by the number of an account, and proves itself by its keys"),
            Map.entry("tenants/SqlTenantStore.java", "the tenants themselves"),
            Map.entry("authority/SqlAuthorityStore.java", "whether a certificate is revoked may anybody ask"),
            Map.entry("authority/issued/SqlIssuedSearches.java", "which end soon, each renewed as its station's"),
            Map.entry("users/SqlUserStore.java", "who signs in is known by the address, and only then of which tenant"),
            Map.entry("users/SqlOneTimeLinkStore.java", "a link is known by its secret alone"),
            Map.entry("signin/SqlSignInSessionStore.java", "a sign-in is known by its number and secret alone"),
            Map.entry("signin/SqlSigningKeys.java", OF_NOBODY),
            Map.entry("apikeys/SqlApiKeyStore.java", "a key is known by its prefix, and only then of which tenant"),
            Map.entry("audit/SqlAuditLines.java", "which tenants have a chain, for what grows old"));

    /** Who knows of which tenant something is, and whence. */
    private static final Map<String, String> TENANT = Map.ofEntries(
            Map.entry("access/Actor.java", "users, keys, stations and the server act for somebody"),
            Map.entry("stations/StationRef.java", "a station is its tenant's"),
            Map.entry("stations/connections/SqlAttemptStore.java", "whose station somebody wanted to be, by the URL"),
            Map.entry("app/tls/CertificateRounds.java", "the server's own certificates are told to the default tenant"),
            Map.entry("authority/Authority.java", "an authority is its tenant's"),
            Map.entry(
                    "stations/hints/HandshakeHints.java", "of a refused attempt, as the door has read it from the URL"),
            Map.entry("stations/hints/SqlSimilarStations.java", "the same"),
            Map.entry("tenants/Tenant.java", "a tenant is itself"),
            Map.entry("tokens/UnknownTokens.java", "gathered in memory, by the tenant of the station that sent them"),
            Map.entry("users/SqlUserStore.java", "the tenant of whoever asks, see Users"),
            Map.entry("roles/SqlRoleStore.java", "the tenant of whoever asks, see Roles"),
            Map.entry("apikeys/SqlApiKeyStore.java", "the tenant of whoever asks, see ApiKeys"),
            Map.entry("audit/SqlAuditLines.java", "a chain is its tenant's"),
            Map.entry("audit/SqlAuditChain.java", "a chain is its tenant's"),
            Map.entry("organisations/SqlTenantRows.java", "a tenant that is removed, by its number"));

    @Test
    void whoever_sees_the_rows_of_all_tenants_says_why() {
        assertThat(sourcesWith("Scope(\\.|::)everywhere\\b")).isEqualTo(new TreeSet<>(EVERYWHERE.keySet()));
    }

    @Test
    void whoever_names_a_tenant_knows_it_from_somewhere() {
        assertThat(sourcesWith("Scope(\\.|::)tenant\\b")).isEqualTo(new TreeSet<>(TENANT.keySet()));
    }

    private static TreeSet<String> sourcesWith(String words) {
        Pattern wanted = Pattern.compile(words);
        try (Stream<Path> all = Files.walk(MAIN)) {
            return all.filter(file -> file.toString().endsWith(".java")
                            && wanted.matcher(text(file)).find())
                    .map(file -> MAIN.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.ohmstead.app;

import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.ohmstead.adhocpayment.AdHocPaymentSettings;
import org.ohmstead.api.StrictJson;
import org.ohmstead.app.http.ApiRoutes;
import org.ohmstead.app.http.Dashboard;
import org.ohmstead.app.http.LocalKey;
import org.ohmstead.app.http.PageGuard;
import org.ohmstead.app.http.RequestDoor;
import org.ohmstead.app.settings.OidcSettings;
import org.ohmstead.app.settings.SessionSettings;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.audit.AuditSettings;
import org.ohmstead.charging.readings.ReadingSettings;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.commands.CommandSettings;
import org.ohmstead.customers.CustomerSettings;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.EventSettings;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.jobs.JobsSettings;
import org.ohmstead.locallist.LocalListSettings;
import org.ohmstead.messagelog.MessageLogSettings;
import org.ohmstead.monitoring.alerts.AlertSettings;
import org.ohmstead.monitoring.streams.StreamSettings;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.ocpp.rpc.Backlog;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.oidc.OidcClientSettings;
import org.ohmstead.payments.ReconciliationSettings;
import org.ohmstead.remote.RemoteSettings;
import org.ohmstead.signin.SignInSettings;
import org.ohmstead.stations.ProvisioningSettings;
import org.ohmstead.stations.UnknownStations;
import org.ohmstead.tokens.AuthorizationSettings;
import org.ohmstead.vendor.VendorSettings;

/** Makes the beans that are not made by annotation alone, and gives each slice its settings. */
@Singleton
public class Wiring {
    /** In bytes. */
    private static final int FORM_AROUND_A_FILE = 64 << 10;

    @Produces
    @Singleton
    Settings settings() {
        return Main.settings();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Database database(Settings settings) {
        return Main.database(settings.store());
    }

    @Produces
    @Singleton
    GroupCommit commits(Database database) {
        return new GroupCommit(database);
    }

    /** Alarms only: what they start does not run on their thread. */
    @Produces
    @Singleton
    @Named("alarms") // Quarkus may bring one of its own
    ScheduledExecutorService alarms() {
        ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("alarms").factory());
        alarms.setRemoveOnCancelPolicy(true); // nearly every time-out of a call is called off
        return alarms;
    }

    void close(@Disposes @Named("alarms") ScheduledExecutorService alarms) {
        alarms.shutdownNow();
    }

    @Produces
    @Singleton
    LinkEngine engine(@Named("alarms") ScheduledExecutorService alarms, Settings settings) {
        Backlog backlog = new Backlog(settings.sockets().largeMessageRoom().count());
        return LinkEngine.onVirtualThreads(alarms, backlog);
    }

    @Produces
    @Singleton
    ObjectMapperCustomizer json() {
        return StrictJson::apply;
    }

    @Produces
    @Singleton
    ProvisioningSettings stations(Settings settings) {
        ProvisioningSettings defaults = ProvisioningSettings.defaults();
        return new ProvisioningSettings(
                settings.stations().heartbeatInterval(),
                settings.stations().bootRetryInterval(),
                UnknownStations.valueOf(settings.stations().unknownStations().name()),
                settings.stations().newStationsPerHour(),
                defaults.serveUnbooted(),
                defaults.unbootedGrace(),
                settings.store().connectionRetention(),
                settings.store().connectionRetention());
    }

    @Produces
    @Singleton
    MessageLogSettings messages(Settings settings) {
        return MessageLogSettings.defaults().withRetention(settings.store().messageRetention());
    }

    @Produces
    @Singleton
    NoticeSettings notices(Settings settings) {
        return new NoticeSettings(
                settings.store().noticeRetention(), settings.store().securityRetention());
    }

    @Produces
    @Singleton
    AlertSettings alerts(Settings settings) {
        return new AlertSettings(settings.stations().alertSeverity());
    }

    @Produces
    @Singleton
    StreamSettings streams(Settings settings) {
        return StreamSettings.defaults().withRetention(settings.store().streamRetention());
    }

    @Produces
    @Singleton
    CustomerSettings customers(Settings settings) {
        return new CustomerSettings(settings.store().customerInformationRetention());
    }

    @Produces
    @Singleton
    CommandSettings commands(Settings settings) {
        return new CommandSettings(
                settings.calls().commandQueue(), settings.calls().commandRetention());
    }

    @Produces
    @Singleton
    RemoteSettings remote(Settings settings) {
        return new RemoteSettings(
                settings.calls().remoteStartWait(),
                settings.calls().resetWait(),
                settings.calls().commandRetention());
    }

    @Produces
    @Singleton
    EventSettings events(Settings settings) {
        var kept = settings.store();
        return EventSettings.defaults().withRetention(kept.eventRetention()).withHistory(kept.eventHistory());
    }

    @Produces
    @Singleton
    AuditSettings audit(Settings settings) {
        return new AuditSettings(settings.store().auditRetention());
    }

    @Produces
    @Singleton
    JobsSettings jobs() {
        return JobsSettings.defaults();
    }

    @Produces
    @Singleton
    ChargingSettings charging(Settings settings) {
        SessionSettings sessions = settings.sessions();
        return new ChargingSettings(
                BigDecimal.valueOf(sessions.maxChargingPower()),
                sessions.clockTolerance(),
                sessions.offlineAfter(),
                sessions.offlineAtMost(),
                sessions.sessionStaleAfter(),
                sessions.sessionFreeAfter(),
                sessions.sessionCloseAfter());
    }

    @Produces
    @Singleton
    ReadingSettings readings(Settings settings) {
        return new ReadingSettings(settings.store().readingRetention());
    }

    @Produces
    @Singleton
    AdHocPaymentSettings payments(Settings settings) {
        return new AdHocPaymentSettings(settings.payments().receiptUrl());
    }

    @Produces
    @Singleton
    ReconciliationSettings reconciliation(Settings settings) {
        return new ReconciliationSettings(settings.payments().paymentReconcileAfter());
    }

    @Produces
    @Singleton
    Iso15118Settings plugAndCharge(Settings settings) {
        var given = settings.plugAndCharge();
        return new Iso15118Settings(
                given.certificatePatience(),
                given.privateResponders(),
                Iso15118Settings.Pool.valueOf(given.contractPool().name()),
                new Iso15118Settings.Hubject(
                        given.hubjectUrl().replaceFirst("/+$", ""),
                        given.hubjectTokenUrl(),
                        given.hubjectClientId(),
                        given.hubjectClientSecret(),
                        given.hubjectAudience()),
                Path.of(given.labPki()),
                given.certificateRequestRetention());
    }

    @Produces
    @Singleton
    AuthorizationSettings tokens(Settings settings) {
        return new AuthorizationSettings(
                settings.tokens().freeTokens(),
                settings.tokens().matchReversedCards(),
                settings.tokens().stopBlockedSessions());
    }

    @Produces
    @Singleton
    LocalListSettings localLists(Settings settings) {
        return new LocalListSettings(settings.tokens().autoSyncLocalList());
    }

    @Produces
    @Singleton
    VendorSettings vendors(Settings settings) {
        return new VendorSettings(
                Path.of(settings.stations().vendorHandlers()),
                settings.stations().vendorTimeout());
    }

    @Produces
    @Singleton
    SignInSettings signIn(Settings settings) {
        String issuer = OidcClientSettings.issuerOf(settings.oidc().oidcIssuer());
        return new SignInSettings(
                settings.access().signInIdleTimeout(),
                settings.access().signInLifetime(),
                issuer.isEmpty() ? null : issuer);
    }

    @Produces
    @Singleton
    OidcClientSettings oidc(Settings settings) {
        OidcSettings oidc = settings.oidc();
        return new OidcClientSettings(
                OidcClientSettings.issuerOf(oidc.oidcIssuer()),
                oidc.oidcClientId(),
                oidc.oidcClientSecret(),
                OidcClientSettings.withoutSlash(settings.http().publicUrl()),
                oidc.oidcName(),
                OidcClientSettings.RoleRules.of(oidc.oidcRolesClaim(), oidc.oidcRoleMap(), oidc.defaultRole()),
                oidc.oidcOrganisation(),
                oidc.oidcTrustEmail());
    }

    @Produces
    @Singleton
    LocalKey localKey(Settings settings) {
        return LocalKey.of(settings.store().database());
    }

    @Produces
    @Singleton
    RequestDoor door(Settings settings, ApiRoutes api, PageGuard pages) {
        int upload = settings.files().maxUpload().count() + FORM_AROUND_A_FILE;
        return new RequestDoor(settings, path -> api.largestBody(path, upload), new Dashboard(), pages::handle);
    }
}

package org.ohmstead.app;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ohmstead.adhocpayment.AdHocPaymentSettings;
import org.ohmstead.authority.AuthoritySettings;
import org.ohmstead.authority.OwnIssuer;
import org.ohmstead.authority.requests.Issuers;
import org.ohmstead.charging.ChargingSessions;
import org.ohmstead.charging.lifecycle.EndSigns;
import org.ohmstead.charging.ocpp2.TransactionEvent2;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.store.SqlRunningSessions;
import org.ohmstead.charging.trail.TransactionAnswers;
import org.ohmstead.commands.CommandListeners;
import org.ohmstead.commands.CommandSettings;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.encryption.EncryptionKey;
import org.ohmstead.encryption.TestKeys;
import org.ohmstead.events.Outbox;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.monitoring.alerts.AlertSettings;
import org.ohmstead.monitoring.streams.StreamSettings;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.notices.NoticesFixture;
import org.ohmstead.remote.RemoteSettings;
import org.ohmstead.stationjobs.SqlJobStatusStore;
import org.ohmstead.stations.ProvisioningSettings;
import org.ohmstead.stations.availability.ConnectorWatch;
import org.ohmstead.tariffs.ocpp2.TransactionTariff2;
import org.ohmstead.tokens.AuthorizationSettings;
import org.ohmstead.tokens.RunningSessions;
import org.ohmstead.tokens.TokenAuthorization;
import org.ohmstead.tokens.TokenVerdicts;
import org.ohmstead.tokens.VerdictRules;
import org.ohmstead.vendor.DataTransfers;
import org.ohmstead.vendor.Echo;
import org.ohmstead.vendor.TransferKeeper;
import org.ohmstead.vendor.kept.TransferLog;

/** Makes handlers, and what they need, by their constructors: what the container does, without it. */
final class HandlersByHand implements Handlers {
    private static final Map<Class<?>, Class<?>> IMPLEMENTED_BY = Map.of(
            ConnectorWatch.class, EndSigns.class,
            TokenVerdicts.class, TokenAuthorization.class,
            RunningSessions.class, SqlRunningSessions.class,
            TransferKeeper.class, TransferLog.class);

    private final Map<Class<?>, Object> made = new HashMap<>();

    HandlersByHand(Database database, GroupCommit commits) {
        made.put(Database.class, database);
        made.put(GroupCommit.class, commits);
        made.put(Clock.class, Clock.fixed(NoticesFixture.START, ZoneOffset.UTC));
        made.put(ProvisioningSettings.class, ProvisioningSettings.defaults());
        made.put(AuthorizationSettings.class, AuthorizationSettings.defaults());
        made.put(Iso15118Settings.class, Iso15118Settings.defaults());
        made.put(AlertSettings.class, AlertSettings.defaults());
        made.put(StreamSettings.class, StreamSettings.defaults());
        made.put(ChargingSettings.class, ChargingSettings.defaults());
        made.put(VerdictRules.class, new VerdictRules(List.of()));
        made.put(TransactionAnswers.class, new TransactionAnswers(List.of()));
        made.put(DataTransfers.class, new DataTransfers(List.of(new Echo())));
        made.put(CommandListeners.class, new CommandListeners(List::of));
        made.put(CommandSettings.class, CommandSettings.defaults());
        made.put(RemoteSettings.class, RemoteSettings.defaults());
        made.put(AuthoritySettings.class, AuthoritySettings.defaults());
        made.put(EncryptionKey.class, TestKeys.ENCRYPTION);
        made.put(Issuers.class, new Issuers(List.of(get(OwnIssuer.class))));
        made.put(NoticeSettings.class, NoticeSettings.defaults());
        made.put(SqlJobStatusStore.class, new SqlJobStatusStore(database, commits, get(Outbox.class), List::of));
        made.put(AdHocPaymentSettings.class, AdHocPaymentSettings.defaults());
        made.put(
                TransactionEvent2.class,
                new TransactionEvent2(get(ChargingSessions.class), List.of(get(TransactionTariff2.class))));
    }

    @Override
    public <T> T get(Class<T> type) {
        return type.cast(one(type));
    }

    private Object one(Class<?> type) {
        Class<?> real = IMPLEMENTED_BY.getOrDefault(type, type);
        Object standing = made.get(real);
        if (standing != null) {
            return standing;
        }
        try {
            Constructor<?> constructor = constructor(real);
            Stream.of(constructor.getParameterTypes())
                    .filter(each -> !each.getName().startsWith("org.ohmstead") && !made.containsKey(each))
                    .forEach(each -> {
                        throw new AssertionError(real + " needs " + each + ": make it in the constructor above");
                    });
            constructor.setAccessible(true);
            Object created = constructor.newInstance(
                    Stream.of(constructor.getParameterTypes()).map(this::one).toArray());
            made.put(real, created);
            return created;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(real + " cannot be made", e);
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        Constructor<?>[] all = type.getDeclaredConstructors();
        return Stream.of(all)
                .filter(one -> one.isAnnotationPresent(Inject.class))
                .findFirst()
                .orElse(all[0]);
    }
}

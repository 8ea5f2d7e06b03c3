package org.ohmstead.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.stations.Caller;

/**
 * Vendors' messages find their handler here. One of an unknown vendor is a normal answer and never an error (field note 135),
 * and so is one that its handler cannot cope with.
 */
@Singleton
public class DataTransfers {
    private static final Logger LOG = System.getLogger(DataTransfers.class.getName());

    private final Map<String, Map<String, VendorHandler>> byVendor = new HashMap<>();
    private final Map<VendorHandler, HandlerThreads> threads = new IdentityHashMap<>();

    /** With the handlers that are beans, services on the class path, or services in the folder's jars. */
    @Inject
    public DataTransfers(Instance<VendorHandler> beans, VendorSettings settings) {
        this(all(beans, settings), settings.patience());
    }

    /** @throws IllegalArgumentException for two handlers of one message */
    public DataTransfers(Iterable<VendorHandler> handlers) {
        this(handlers, VendorSettings.defaults().patience());
    }

    /** @param patience how long a handler may take */
    public DataTransfers(Iterable<VendorHandler> handlers, Duration patience) {
        for (VendorHandler handler : handlers) {
            register(handler);
            threads.put(handler, new HandlerThreads(handler.vendorId(), patience));
        }
    }

    private static List<VendorHandler> all(Iterable<VendorHandler> beans, VendorSettings settings) {
        List<VendorHandler> all = new ArrayList<>();
        beans.forEach(all::add);
        ServiceLoader.load(VendorHandler.class, VendorHandler.class.getClassLoader())
                .forEach(all::add);
        all.addAll(VendorJars.in(settings.folder()));
        return all;
    }

    private void register(VendorHandler handler) {
        Map<String, VendorHandler> messages =
                byVendor.computeIfAbsent(key(handler.vendorId()), vendor -> new HashMap<>());
        for (String message : handler.messageIds()) {
            VendorHandler other = messages.putIfAbsent(key(message), handler);
            if (other != null) {
                throw new IllegalArgumentException("Message '" + message + "' of vendor '" + handler.vendorId()
                        + "' has two handlers: " + other.getClass().getName() + " and "
                        + handler.getClass().getName() + ". Take one of them away.");
            }
        }
    }

    /** Serves a message. @param sent the data as it came; null: none */
    public VendorAnswer serve(Caller caller, String vendorId, @Nullable String messageId, @Nullable JsonNode sent) {
        Map<String, VendorHandler> messages = byVendor.get(key(vendorId));
        if (messages == null) {
            return VendorAnswer.unknownVendor("No handler serves this vendor");
        }
        String message = Objects.requireNonNullElse(messageId, VendorHandler.NO_MESSAGE_ID);
        VendorHandler handler = messages.get(key(message));
        if (handler == null) {
            return VendorAnswer.unknownMessage("The vendor is known, this message of it is not");
        }
        return handle(
                handler,
                new VendorMessage(
                        caller.station(),
                        caller.version(),
                        vendorId,
                        message,
                        parsed(sent),
                        sent,
                        caller.receivedAt()));
    }

    private VendorAnswer handle(VendorHandler handler, VendorMessage message) {
        HandlerThreads own = Objects.requireNonNull(threads.get(handler));
        try {
            return own.call(() -> Objects.requireNonNull(handler.handle(message), "the handler answered nothing"));
        } catch (ExecutionException e) {
            log(handler, message, "failed", e.getCause());
            return VendorAnswer.rejected("The handler of this message failed");
        } catch (TimeoutException e) {
            log(handler, message, "gave no answer in time", e);
            return VendorAnswer.rejected("The handler of this message gave no answer in time");
        }
    }

    private static void log(VendorHandler handler, VendorMessage message, String what, @Nullable Throwable cause) {
        LOG.log(
                Level.ERROR,
                () -> "tenant=" + message.station().tenant() + " station="
                        + message.station().identity() + " action=DataTransfer vendor=" + message.vendorId()
                        + " message=" + message.messageId() + ": its handler "
                        + handler.getClass().getName() + " " + what,
                cause);
    }

    /** Texts that are not meant as JSON, such as {@code 5}, stay what they are. */
    private static @Nullable JsonNode parsed(@Nullable JsonNode sent) {
        if (sent == null || !sent.isTextual()) {
            return sent;
        }
        String text = sent.textValue().strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return sent;
        }
        try {
            return Json.tree(text);
        } catch (JsonProcessingException notJson) {
            return sent;
        }
    }

    private static String key(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }
}

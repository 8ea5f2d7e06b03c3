package org.ohmstead.billing.bills;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ledger.Money;

/**
 * What a session costs, as the event {@code session.priced} tells it.
 *
 * @param revision 1, 2, …: each takes the place of the one before as a whole
 * @param isFinal  false: something about it is not certain
 * @param net      what is paid, without tax
 * @param gross    what is paid
 */
public record PricedSession(
        long session,
        int revision,
        boolean isFinal,
        Place place,
        String tariff,
        Money net,
        Money gross,
        List<BillItem> items,
        Span span,
        Shown shown) {
    public static final String KIND = "session.priced";

    /** Where it was. @param station id of its row */
    public record Place(long station, String identity) {}

    /** When it was, and how much was drawn. */
    public record Span(
            Instant startedAt, Instant endedAt, @Nullable BigDecimal energyWh) {}

    /** What was shown to begin it. */
    public record Shown(
            @Nullable String token,
            @Nullable String type,
            @Nullable String group) {}

    public PricedSession {
        items = List.copyOf(items);
    }

    public Money tax() {
        return gross.minus(net);
    }

    static PricedSession of(long station, JsonNode event) {
        String currency = event.path("currency").asText();
        List<BillItem> items = new ArrayList<>();
        event.path("items").forEach(item -> items.add(item(currency, item)));
        return new PricedSession(
                event.path("session").asLong(),
                event.path("revision").asInt(),
                event.path("state").asText().equals("final"),
                new Place(station, event.path("identity").asText()),
                event.path("tariff").asText(),
                Money.of(currency, event.path("payableExclVat").decimalValue()),
                Money.of(currency, event.path("payableInclVat").decimalValue()),
                items,
                new Span(
                        Instant.parse(event.path("startedAt").asText()),
                        Instant.parse(event.path("endedAt").asText()),
                        decimal(event.path("energyWh"))),
                new Shown(text(event.path("token")), text(event.path("tokenType")), text(event.path("tokenGroup"))));
    }

    private static BillItem item(String currency, JsonNode item) {
        return new BillItem(
                item.path("part").asText(),
                item.path("unit").asText(),
                decimal(item.path("price")),
                decimal(item.path("vat")),
                item.path("volume").decimalValue(),
                Money.of(currency, item.path("exclVat").decimalValue()).amount(),
                Money.of(currency, item.path("inclVat").decimalValue()).amount());
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}

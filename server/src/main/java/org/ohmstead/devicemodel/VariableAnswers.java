package org.ohmstead.devicemodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.secrets.Secrets;

/**
 * Learns what stations are set to from their answers, by whatever way they were asked. Results are matched by their names, because
 * they come in any order, and perhaps not all (behaviour 10.2, field note 76).
 */
@Singleton
public class VariableAnswers implements CommandListener {
    private static final String ACCEPTED = "Accepted";

    private final SqlVariableStore store;

    @Inject
    public VariableAnswers(SqlVariableStore store) {
        this.store = store;
    }

    @Override
    public Set<String> actions() {
        return Set.of("GetConfiguration", "ChangeConfiguration", "GetVariables", "SetVariables");
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        JsonNode response = result.how() == How.ANSWERED && result.response() != null
                ? Secrets.masked(result.response())
                : MissingNode.getInstance();
        switch (command.action()) {
            case "GetConfiguration" -> keysRead(tx, command, result, response);
            case "GetVariables" -> variablesRead(tx, command, result, response);
            case "ChangeConfiguration" -> keyWritten(tx, command, result, response);
            case "SetVariables" -> variablesWritten(tx, command, result, response);
            default -> throw new IllegalArgumentException(command.action());
        }
    }

    private void keysRead(Tx tx, StoredCommand command, CommandResult result, JsonNode response) {
        store.told(tx, command.station(), ReportItems.ofKeys(response.path("configurationKey")), read(result));
        List<Address> unknown = new ArrayList<>();
        for (JsonNode key : response.path("unknownKey")) {
            unknown.add(Address.ofKey(key.asText()));
        }
        store.gone(tx, command.station(), unknown, at(result));
    }

    private void variablesRead(Tx tx, StoredCommand command, CommandResult result, JsonNode response) {
        List<Told> told = new ArrayList<>();
        List<Address> unknown = new ArrayList<>();
        for (JsonNode item : response.path("getVariableResult")) {
            Address address = address(item);
            switch (item.path("attributeStatus").asText()) {
                case ACCEPTED -> {
                    String value = ReportItems.text(item, "attributeValue");
                    told.add(new Told(address, value == null ? "" : value, Traits.UNKNOWN));
                }
                case "UnknownComponent", "UnknownVariable", "NotSupportedAttributeType" -> unknown.add(address);
                default -> {
                    // Rejected: it is there, and is not for reading
                }
            }
        }
        store.told(tx, command.station(), told, read(result));
        store.gone(tx, command.station(), unknown, at(result));
    }

    private void keyWritten(Tx tx, StoredCommand command, CommandResult result, JsonNode response) {
        Address address = Address.ofKey(command.payload().path("key").asText());
        String status = ReportItems.text(response, "status");
        written(
                tx,
                command,
                result,
                List.of(new Item(address, command.payload().path("value").asText(), status, null)));
    }

    private void variablesWritten(Tx tx, StoredCommand command, CommandResult result, JsonNode response) {
        Map<String, JsonNode> answers = new HashMap<>();
        response.path("setVariableResult")
                .forEach(each -> answers.put(address(each).key(), each));
        List<Item> items = new ArrayList<>();
        for (JsonNode wanted : command.payload().path("setVariableData")) {
            Address address = address(wanted);
            JsonNode answer = answers.getOrDefault(address.key(), MissingNode.getInstance());
            items.add(new Item(
                    address,
                    wanted.path("attributeValue").asText(),
                    ReportItems.text(answer, "attributeStatus"),
                    reason(answer.path("attributeStatusInfo"))));
        }
        written(tx, command, result, items);
    }

    /** @param status null: the station has not answered, or said nothing of this one */
    private record Item(
            Address address,
            String value,
            @Nullable String status,
            @Nullable String reason) {}

    private void written(Tx tx, StoredCommand command, CommandResult result, List<Item> items) {
        if (!result.sent()) {
            return;
        }
        List<Told> taken = new ArrayList<>();
        for (Item item : items) {
            String status = item.status() != null ? item.status() : result.how().word();
            String reason = item.reason() != null ? item.reason() : result.text();
            KnownVariable.LastWrite write = new KnownVariable.LastWrite(
                    item.value(), status, reason, command.by().word(), command.id(), at(result));
            store.wrote(tx, command.station(), item.address(), write);
            if (ACCEPTED.equals(item.status())) {
                taken.add(new Told(item.address(), item.value(), Traits.UNKNOWN));
            }
        }
        store.told(
                tx,
                command.station(),
                taken,
                new SqlVariableStore.Source(
                        Known.WRITTEN, at(result), command.by().word()));
    }

    private static Address address(JsonNode item) {
        return Address.of(item.path("component"), item.path("variable"), item.path("attributeType"));
    }

    private static @Nullable String reason(JsonNode info) {
        String code = ReportItems.text(info, "reasonCode");
        String more = ReportItems.text(info, "additionalInfo");
        return code == null ? more : more == null ? code : code + ": " + more;
    }

    private static SqlVariableStore.Source read(CommandResult result) {
        return new SqlVariableStore.Source(Known.READ, at(result), null);
    }

    private static Instant at(CommandResult result) {
        return result.endedAt().truncatedTo(ChronoUnit.MICROS);
    }
}

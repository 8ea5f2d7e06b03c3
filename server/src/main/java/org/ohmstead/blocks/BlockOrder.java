package org.ohmstead.blocks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ohmstead.ocpp.OcppVersion;

/**
 * One ChangeAvailability for a station.
 *
 * @param payload in the words of its version
 * @param blocks  that its answer is about; none: it only restores what another order of before has taken away
 */
record BlockOrder(ObjectNode payload, List<ConnectorBlock> blocks) {
    static final String ACTION = "ChangeAvailability";

    BlockOrder {
        blocks = List.copyOf(blocks);
    }

    /** What there is to tell a station of this version. */
    record Plan(List<BlockOrder> orders, List<ConnectorBlock> moot) {
        Plan {
            orders = List.copyOf(orders);
            moot = List.copyOf(moot);
        }
    }

    /**
     * @param blocks all of the station, the widest first
     * @param all    whether it is told everything, as after a boot; else what it was not told yet
     */
    static Plan plan(OcppVersion version, List<ConnectorBlock> blocks, boolean all) {
        return version == OcppVersion.V16 ? plan16(blocks, all) : plan2(blocks, all);
    }

    /** Station, EVSE and connector each have an availability of their own (G03, G04), so each is told by itself. */
    private static Plan plan2(List<ConnectorBlock> blocks, boolean all) {
        List<BlockOrder> orders = blocks.stream()
                .filter(block -> all || isNew(block))
                .map(block -> new BlockOrder(payload2(block), List.of(block)))
                .toList();
        return new Plan(orders, List.of());
    }

    private static ObjectNode payload2(ConnectorBlock block) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("operationalStatus", word(block.stands()));
        BlockPlace place = block.place();
        if (!place.isStation()) {
            ObjectNode evse = payload.putObject("evse").put("id", place.evse());
            if (place.connector() != 0) {
                evse.put("connectorId", place.connector());
            }
        }
        return payload;
    }

    /**
     * What connector 0 is told all connectors are told (1.6 §5.2): as long as the station is blocked no connector is freed, and
     * when it is freed those that are blocked by themselves are blocked again. EVSE n and its connector are both connector n.
     */
    private static Plan plan16(List<ConnectorBlock> blocks, boolean all) {
        List<BlockOrder> orders = new ArrayList<>();
        List<ConnectorBlock> moot = new ArrayList<>();
        Map<Integer, List<ConnectorBlock>> byConnector = new TreeMap<>();
        blocks.forEach(block -> byConnector
                .computeIfAbsent(block.place().evse(), none -> new ArrayList<>())
                .add(block));
        boolean stationBlocked = false;
        boolean stationFreed = false;
        for (Map.Entry<Integer, List<ConnectorBlock>> each : byConnector.entrySet()) {
            List<ConnectorBlock> same = each.getValue();
            boolean blocked = same.stream().anyMatch(ConnectorBlock::stands);
            boolean due = all || same.stream().anyMatch(BlockOrder::isNew);
            if (each.getKey() == 0) {
                stationBlocked = blocked;
                stationFreed = due && !blocked;
            } else if (stationBlocked && !blocked) {
                same.stream().filter(block -> !block.isWanted()).forEach(moot::add);
                continue;
            }
            if (due || stationFreed && blocked) {
                orders.add(new BlockOrder(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("connectorId", each.getKey())
                                .put("type", word(blocked)),
                        same));
            }
        }
        return new Plan(orders, moot);
    }

    private static boolean isNew(ConnectorBlock block) {
        return block.answer().result() == BlockResult.PENDING;
    }

    private static String word(boolean blocked) {
        return blocked ? "Inoperative" : "Operative";
    }
}

package org.ohmstead.bench.siege;

import java.io.IOException;
import java.util.List;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;

/** Messages of all actions of all versions, each with something wrong; behind each a Heartbeat that shows that the link lives. */
final class MangledFrames implements Attack {
    @Override
    public String name() {
        return "mangled messages of all actions";
    }

    @Override
    public void run(Battlefield field) {
        OcppVersion[] versions = OcppVersion.values();
        Attacks.again(field, it -> {
            try (Stranger station = it.connect()) {
                talk(it, station, versions[it.random().nextInt(versions.length)]);
            }
        });
    }

    private static void talk(Battlefield field, Stranger station, OcppVersion version) throws IOException {
        if (!station.station("MANGLED-" + version.number(), "ocpp" + version.number())) {
            throw new IOException("not let in");
        }
        Samples samples = new Samples(field.random());
        List<Action> actions = Samples.actions(version);
        for (int i = 0; i < 200 && field.goesOn(); i++) {
            Action action = actions.get(field.random().nextInt(actions.size()));
            String frame = "[" + (action.isSend() ? 6 : 2) + ",\"m" + i + "\",\"" + action.name() + "\","
                    + samples.valid(action, version) + "]";
            field.tried();
            station.text(samples.mangled(frame));
            station.text("[2,\"alive" + i + "\",\"Heartbeat\",{}]");
            station.answer("alive" + i);
        }
    }
}

import { expect, test } from "vitest";
import type { Model } from "../api/client";
import { bodyOf, versionsOf } from "./bulk";
import { sessionsAt } from "./EvseTree";
import { filterOf } from "./queries";
import type { StationRow } from "./row";
import { bodyFrom } from "./StationForm";

const station = (given: Partial<StationRow>) => ({ ocppVersion: null, ...given }) as StationRow;
const form = (values: Record<string, string>) => (name: string) => values[name] ?? "";

test("only what narrows the list down is asked of the server", () => {
  expect(filterOf({ q: "", connected: "false", status: undefined, other: "x", sort: "-status" })).toEqual({ connected: "false", sort: "-status" });
});

test("many stations are told in the words of both tongues", () => {
  expect(bodyOf("reset", form({ type: "immediate" }))).toEqual({
    action: "Reset",
    payload: { type: "Immediate" },
    ocpp16: { action: "Reset", payload: { type: "Hard" } },
  });
  expect(bodyOf("unlock", form({ evse: "2" })).ocpp16?.payload).toEqual({ connectorId: 2 });
  expect(bodyOf("availability", form({ operative: "false" }))).toMatchObject({
    payload: { operationalStatus: "Inoperative" },
    ocpp16: { payload: { connectorId: 0, type: "Inoperative" } },
  });
});

test("the newest version stands first", () => {
  expect(versionsOf([station({ ocppVersion: "1.6" }), station({}), station({ ocppVersion: "2.1" }), station({ ocppVersion: "1.6" })])).toEqual(["2.1", "1.6"]);
});

test("an empty field brings back the default", () => {
  expect(bodyFrom(form({ name: " ", admission: "pending", heartbeatIntervalSeconds: "60", strict: "on", latitude: "52.5", longitude: "0" }))).toEqual({
    name: null,
    admission: "pending",
    strict: true,
    zone: null,
    heartbeatIntervalSeconds: 60,
    defaultVersion: null,
    address: null,
    latitude: 52.5,
    longitude: 0,
  });
});

test("a session whose connector nobody has told is at the first of its EVSE", () => {
  const session = (evse: number, connector: number | null) => ({ id: 1, evse, connector }) as Model<"Session">;
  const place = { evse: 1, connector: 2 } as Model<"Connector">;
  const all = [session(1, 2), session(1, null), session(2, 2)];
  expect(sessionsAt(all, place, false)).toEqual([all[0]]);
  expect(sessionsAt(all, place, true)).toEqual([all[0], all[1]]);
});

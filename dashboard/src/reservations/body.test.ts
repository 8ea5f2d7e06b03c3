import { expect, test } from "vitest";
import { reservationOf } from "./body";
import { filterOf } from "./queries";

const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? "";

test("what was left out of the form is left out of the request", () => {
  const expiresAt = new Date("2026-01-01T10:00").toISOString();
  expect(reservationOf(form({ token: " 04AB ", expiresAt: "2026-01-01T10:00" }))).toEqual({ token: "04AB", expiresAt });
  expect(reservationOf(form({ token: "A", expiresAt: "2026-01-01T10:00", evse: "2", connectorType: "cCCS2" }))).toEqual({
    token: "A",
    expiresAt,
    evse: 2,
    connectorType: "cCCS2",
  });
  expect(reservationOf(form({ token: "A" }))).toBeNull();
});

test("a state that there is not filters nothing", () => {
  expect(filterOf({ state: "nonsense", station: "A" })).toEqual({ station: "A" });
  expect(filterOf({ state: "accepted", token: "T" })).toEqual({ state: "accepted", token: "T" });
});

import { expect, test } from "vitest";
import type { Model } from "../api/client";
import { eventOf } from "../live/LiveFeed";
import { sessionFilter, sumOf, totalFilter } from "./filters";
import { shownBy, shownOver } from "./series";
import { isFailed, standingOf } from "./standing";

const beginOf = (year: number, month: number, day: number) => new Date(year, month - 1, day).toISOString();

test("the address's filters become the question, and what is none is left out", () => {
  expect(sessionFilter({ station: "CP-7", token: "", state: "open", verdict: "odd", from: "2026-05-01", to: "2026-05-31", more: "x" })).toEqual({
    station: "CP-7",
    state: "open",
    from: beginOf(2026, 5, 1),
    to: beginOf(2026, 6, 1),
  });
  expect(sessionFilter({ station: "CP-7", from: "yesterday" }, "CP-8")).toEqual({ station: "CP-8" });
});

test("sums are asked for by when sessions ended, and not where only open ones are listed", () => {
  expect(totalFilter({ token: "AA", from: "f", to: "t", verdict: "suspect" })).toEqual({ token: "AA", endedFrom: "f", endedTo: "t" });
  expect(totalFilter({ state: "open" })).toBeNull();
});

test("sums of months are added up by verdict", () => {
  const sum = (sessions: number, energyWh: number) => ({ sessions, energyWh });
  const row = { complete: sum(2, 100), incomplete: sum(0, 0), suspect: sum(1, 50) } as Model<"SessionTotal">;
  expect(sumOf([row, row])).toEqual({ complete: sum(4, 200), incomplete: sum(0, 0), suspect: sum(2, 100), all: sum(6, 300) });
});

test("a session stands as it charges while it is open, and by its verdict then", () => {
  const open = { state: "open", presumedEnd: null, chargingState: null, verdict: null } as const;
  expect(standingOf(open)).toEqual({ standing: "busy", word: "open" });
  expect(standingOf({ ...open, chargingState: "suspended_by_ev" })).toEqual({ standing: "waiting", word: "suspended_by_ev" });
  expect(standingOf({ ...open, presumedEnd: "reboot" })).toEqual({ standing: "warn", word: "presumed" });
  expect(standingOf({ ...open, state: "ended", verdict: "suspect" })).toEqual({ standing: "alert", word: "suspect" });
});

test("a session has failed that was refused or brought nothing", () => {
  expect(isFailed({ state: "open", tokenVerdict: "blocked", energyWh: null })).toBe(true);
  expect(isFailed({ state: "ended", tokenVerdict: "accepted", energyWh: 0 })).toBe(true);
  expect(isFailed({ state: "ended", tokenVerdict: null, energyWh: 12 })).toBe(false);
  expect(isFailed({ state: "open", tokenVerdict: "accepted", energyWh: null })).toBe(false);
});

test("energy is what was charged since the start, and the current that of the phase with most", () => {
  const reading = {
    sampledAt: "2026-05-01T10:00:00Z",
    powerW: 7000,
    energyWh: 1500,
    socPercent: null,
    samples: [
      { measurand: "Current.Import", phase: "L1", value: "10" },
      { measurand: "Current.Import", phase: "L2", value: "1.2", multiplier: 1 },
      { measurand: "Voltage", phase: "L1-L2", value: "400" },
      { measurand: "Voltage", phase: "L1-N", value: "230" },
    ],
  } as Model<"Reading">;
  const rollup = (from: string) => ({ from, powerAvgW: 5000, energyLastWh: 1200, socPercent: 40 }) as Model<"Rollup">;
  const rollups = [rollup("2026-05-01T09:45:00Z"), rollup("2026-05-01T10:00:00Z")];
  expect(shownOver({ readings: [reading], rollups }, 1000)).toEqual([
    { time: Date.parse("2026-05-01T09:45:00Z") / 1000, powerW: 5000, energyWh: 200, currentA: null, voltageV: null, socPercent: 40 },
    { time: Date.parse("2026-05-01T10:00:00Z") / 1000, powerW: 7000, energyWh: 500, currentA: 12, voltageV: 230, socPercent: null },
  ]);
});

test("a sample of the live feed is about one session", () => {
  const data = JSON.stringify({ session: 7, station: "CP-7", at: "2026-05-01T10:00:00Z", powerW: 7000, currentA: { L1: 10, L2: 11, N: 30 } });
  const event = eventOf({ event: "session.meter", data });
  expect(event).toMatchObject({ kind: "session.meter", station: "CP-7" });
  expect(shownBy(event, 7)).toMatchObject({ powerW: 7000, currentA: 11, energyWh: null });
  expect(shownBy(event, 8)).toBeNull();
});

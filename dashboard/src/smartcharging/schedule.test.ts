import { expect, test } from "vitest";
import type { Model } from "../api/client";
import { isBackwards, limitBody } from "./limit";
import { chartOf, gistOf, toldSteps } from "./schedule";

const second = (instant: string) => Date.parse(instant) / 1000;

const computed: Model<"CompositeSchedule"> = {
  evse: 1,
  from: "2026-01-01T10:00:00Z",
  to: "2026-01-01T11:00:00Z",
  unit: "A",
  periods: [
    { from: "2026-01-01T10:00:00Z", startPeriod: 0, limit: 16, profiles: [1], phaseClash: false },
    { from: "2026-01-01T10:30:00Z", startPeriod: 1800, profiles: [], phaseClash: false },
  ],
};

const period = { startPeriod: 0, limit: 10 };

test("answers of each version are read alike", () => {
  const expected = [{ at: second("2026-01-01T10:00:00Z"), limit: 10 }];
  expect(toldSteps({ scheduleStart: "2026-01-01T10:00:00Z", chargingSchedule: { chargingRateUnit: "A", chargingSchedulePeriod: [period] } })).toEqual(expected);
  expect(toldSteps({ schedule: { scheduleStart: "2026-01-01T10:00:00Z", chargingSchedulePeriod: [period] } })).toEqual(expected);
  expect(toldSteps({ status: "Rejected" })).toEqual([]);
  expect(toldSteps(undefined)).toEqual([]);
});

test("both schedules have a value at each time at which one of them changes, and at the end", () => {
  const told = [
    { at: second("2026-01-01T10:00:00Z"), limit: 10 },
    { at: second("2026-01-01T10:15:00Z"), limit: 12 },
  ];
  expect(chartOf(computed, told)).toEqual({
    times: ["10:00", "10:15", "10:30", "11:00"].map((time) => second(`2026-01-01T${time}:00Z`)),
    computed: [16, 16, null, null],
    reported: [10, 12, 12, 12],
  });
});

test("a station that begins a moment later counts from the beginning", () => {
  const { reported } = chartOf(computed, [{ at: second("2026-01-01T10:00:01Z"), limit: 10 }]);
  expect(reported).toEqual([10, 10, 10, 10]);
});

const form = { scope: "each", limit: "7.4", unit: "kW", from: "2026-01-01T10:00", until: "2026-01-01T12:00", stackLevel: "2" };

test("a limit in kW becomes a profile in W that ends by itself", () => {
  expect(limitBody(form, 0)).toMatchObject({
    evse: 0,
    profile: {
      stackLevel: 2,
      chargingProfilePurpose: "TxDefaultProfile",
      validTo: new Date("2026-01-01T12:00").toISOString(),
      chargingSchedule: [{ duration: 7200, chargingRateUnit: "W", chargingSchedulePeriod: [{ startPeriod: 0, limit: 7400 }] }],
    },
  });
});

test("a limit of the station is one of all of it; one without times counts from now on", () => {
  const body = limitBody({ ...form, scope: "station", unit: "A", limit: "32", from: "", until: "" }, Date.parse("2026-01-01T10:00:00.5Z"));
  expect(body).toMatchObject({ evse: 0, profile: { chargingProfilePurpose: "ChargingStationMaxProfile" } });
  expect(body.profile).not.toHaveProperty("validTo");
  expect(body.profile).toHaveProperty("chargingSchedule.0.startSchedule", "2026-01-01T10:00:00.000Z");
  expect(limitBody({ ...form, scope: "2" }, 0).evse).toBe(2);
});

test("an end before the beginning is seen", () => {
  expect(isBackwards({ ...form, until: "2026-01-01T09:00" }, 0)).toBe(true);
  expect(isBackwards({ ...form, from: "", until: "2026-01-01T09:00" }, Date.parse("2026-06-01T00:00:00Z"))).toBe(true);
  expect(isBackwards({ ...form, until: "" }, 0)).toBe(false);
});

test("the gist of a profile is its first limit", () => {
  expect(gistOf(limitBody(form, 0).profile)).toEqual({ limit: 7400, unit: "W", periods: 1 });
  expect(gistOf(null)).toEqual({ limit: null, unit: null, periods: 0 });
});

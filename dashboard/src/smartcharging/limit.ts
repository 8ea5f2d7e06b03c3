import type { Model } from "../api/client";
import { instantOf } from "../verbs/instant";

/** What the form of a limit says: `station`, `each`, or the number of an EVSE; A or kW. */
export interface LimitForm {
  scope: string;
  limit: string;
  unit: string;
  from: string;
  until: string;
  stackLevel: string;
}

/** Whether it would end before it begins. */
export function isBackwards({ from, until }: LimitForm, now: number): boolean {
  const end = instantOf(until);
  return end !== undefined && Date.parse(end) <= Date.parse(instantOf(from) ?? new Date(now).toISOString());
}

/** The profile for a limit. @param now in milliseconds */
export function limitBody(form: LimitForm, now: number): Model<"ChargingProfileBody"> {
  const start = instantOf(form.from) ?? new Date(Math.floor(now / 1000) * 1000).toISOString();
  const end = instantOf(form.until);
  const isWatts = form.unit === "kW";
  return {
    evse: /^\d+$/.test(form.scope) ? Number(form.scope) : 0,
    profile: {
      stackLevel: Number(form.stackLevel),
      chargingProfilePurpose: form.scope === "station" ? "ChargingStationMaxProfile" : "TxDefaultProfile",
      chargingProfileKind: "Absolute",
      ...(end !== undefined && { validTo: end }),
      chargingSchedule: [
        {
          id: 1,
          startSchedule: start,
          ...(end !== undefined && { duration: Math.round((Date.parse(end) - Date.parse(start)) / 1000) }),
          chargingRateUnit: isWatts ? "W" : "A",
          chargingSchedulePeriod: [{ startPeriod: 0, limit: isWatts ? Math.round(Number(form.limit) * 1000) : Number(form.limit) }],
        },
      ],
    },
  };
}

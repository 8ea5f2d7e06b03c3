import type { Model } from "../api/client";

/** What the meter of a session showed at one moment; null: not known. */
export interface Shown {
  /** In seconds since 1970. */
  time: number;
  powerW: number | null;
  /** Of the session so far. */
  energyWh: number | null;
  currentA: number | null;
  voltageV: number | null;
  socPercent: number | null;
}

type Samples = Model<"Sample">[];

/** The largest value of a measurand among its phases; OCPP 1.6 leaves a measurand out that is the energy register. */
function largest(samples: Samples, measurand: string): number | null {
  const values = samples
    .filter((sample) => sample.measurand === measurand && sample.value !== undefined && !(sample.phase ?? "").includes("-L"))
    .map((sample) => Number(sample.value) * 10 ** (sample.multiplier ?? 0))
    .filter((value) => Number.isFinite(value));
  return values.length === 0 ? null : Math.max(...values);
}

const seconds = (instant: string) => Date.parse(instant) / 1000;

/** The meter over time, upwards: quarters of an hour where single readings are not kept any more, then the readings. */
export function shownOver(
  { readings, rollups }: { readings: Model<"Reading">[]; rollups: Model<"Rollup">[] },
  meterStartWh: number | null,
): Shown[] {
  const energy = (wattHours: number | null) => (wattHours === null || meterStartWh === null ? null : wattHours - meterStartWh);
  const first = readings[0] === undefined ? Infinity : seconds(readings[0].sampledAt);
  return [
    ...rollups
      .map((rollup) => ({
        time: seconds(rollup.from),
        powerW: rollup.powerAvgW,
        energyWh: energy(rollup.energyLastWh),
        currentA: null,
        voltageV: null,
        socPercent: rollup.socPercent,
      }))
      .filter(({ time }) => time < first),
    ...readings.map(({ sampledAt, powerW, energyWh, socPercent, samples }) => ({
      time: seconds(sampledAt),
      powerW,
      energyWh: energy(energyWh),
      currentA: largest(samples, "Current.Import"),
      voltageV: largest(samples, "Voltage"),
      socPercent,
    })),
  ];
}

/** What an event `session.meter` says of a session; null: it is about another one. */
export function shownBy({ kind, payload }: { kind: string; payload: Record<string, unknown> }, session: number): Shown | null {
  if (kind !== "session.meter" || payload["session"] !== session || typeof payload["at"] !== "string") {
    return null;
  }
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  const phases = Object.entries((payload["currentA"] ?? {}) as Record<string, number>).filter(([phase]) => phase !== "N");
  return {
    time: seconds(payload["at"]),
    powerW: number(payload["powerW"]),
    energyWh: number(payload["energyWh"]),
    currentA: phases.length === 0 ? null : Math.max(...phases.map(([, amperes]) => amperes)),
    voltageV: number(payload["voltageV"]),
    socPercent: number(payload["socPercent"]),
  };
}

import { useState } from "react";
import type { Model } from "../api/client";
import { useLive } from "../live/Live";

/** What the meter of a session shows, as the stream tells it. */
export interface Meter {
  at: string;
  powerW: number | null;
  energyWh: number | null;
  socPercent: number | null;
  voltageV: number | null;
  currentA: Partial<Record<string, number>>;
}

/** The latest samples of the sessions that go on at a station, by their numbers, since the page is open. */
export function useMeters(station: string): ReadonlyMap<number, Meter> {
  const [meters, setMeters] = useState<ReadonlyMap<number, Meter>>(new Map());
  useLive((event) => {
    const { session } = event.payload;
    if (event.kind === "session.meter" && event.station === station && typeof session === "number") {
      setMeters((before) => new Map(before).set(session, { ...(event.payload as unknown as Meter), at: event.at }));
    }
  });
  return meters;
}

/** What is known of a session now: a sample is newer than what its list says, field by field. */
export function current(session: Model<"Session">, meter: Meter | undefined) {
  return {
    powerW: meter?.powerW ?? session.powerW,
    energyWh: meter?.energyWh ?? session.energyWh,
    socPercent: meter?.socPercent ?? session.socPercent,
    voltageV: meter?.voltageV ?? null,
    currentA: meter?.currentA ?? {},
  };
}

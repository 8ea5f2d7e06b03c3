import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

type Told = Pick<Model<"Session">, "state" | "presumedEnd" | "chargingState" | "verdict">;

const charging: Record<Model<"ChargingState">, Standing> = {
  charging: "busy",
  ev_connected: "waiting",
  suspended_by_ev: "waiting",
  suspended_by_station: "waiting",
  idle: "idle",
};

const judged: Record<Model<"SessionVerdict">, Standing> = { complete: "good", incomplete: "warn", suspect: "alert" };

/** How a session stands, and the key of its word below `standing`. */
export function standingOf({ state, presumedEnd, chargingState, verdict }: Told): { standing: Standing; word: string } {
  if (state === "open") {
    return presumedEnd !== null
      ? { standing: "warn", word: "presumed" }
      : { standing: chargingState === null ? "busy" : charging[chargingState], word: chargingState ?? "open" };
  }
  return verdict === null ? { standing: "idle", word: "ended" } : { standing: judged[verdict], word: verdict };
}

/** Whether somebody may ask why it did not charge: its token was refused, or it has brought nothing. */
export function isFailed({ state, tokenVerdict, energyWh }: Pick<Model<"Session">, "state" | "tokenVerdict" | "energyWh">): boolean {
  return (tokenVerdict !== null && tokenVerdict !== "accepted") || (state === "ended" && (energyWh === null || energyWh <= 0));
}

/** How long it went or goes on, in seconds. @param now in milliseconds */
export function secondsOf({ startedAt, endedAt }: Pick<Model<"Session">, "startedAt" | "endedAt">, now: number): number {
  return ((endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt)) / 1000;
}

import { api, done, type Model } from "../api/client";
import type { Standing } from "../ui/Status";

/** A station, an EVSE of it, or a connector of that. */
export interface Place {
  station: string;
  evse?: number;
  connector?: number;
}

/** @param evseWord what an EVSE is called */
export function nameOf({ station, evse, connector }: Place, evseWord: string): string {
  return evse === undefined ? station : connector === undefined ? `${evseWord} ${evse}` : `${evseWord} ${evse}/${connector}`;
}

/** What a station says to a block; it blocks whatever that is. */
export const blockStandings: Record<Model<"BlockResult">, Standing> = {
  pending: "waiting",
  accepted: "good",
  scheduled: "waiting",
  rejected: "warn",
  notSupported: "warn",
};

/** Of the very place where somebody has blocked it. @param evse 0: of the station @param connector 0: of the EVSE */
export function unblock(station: string, evse: number, connector: number): Promise<void> {
  if (evse === 0) {
    return done(api.DELETE("/api/v1/stations/{station}/block", { params: { path: { station } } }));
  }
  return connector === 0
    ? done(api.DELETE("/api/v1/stations/{station}/evses/{evse}/block", { params: { path: { station, evse } } }))
    : done(api.DELETE("/api/v1/stations/{station}/evses/{evse}/connectors/{connector}/block", { params: { path: { station, evse, connector } } }));
}

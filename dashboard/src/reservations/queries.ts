import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import type { Standing } from "../ui/Status";
import type { SearchState } from "../ui/useSearchState";

export const reservationStandings = {
  requested: "waiting",
  accepted: "good",
  used: "good",
  cancelled: "off",
  expired: "idle",
  removed: "idle",
  faulted: "bad",
  occupied: "bad",
  rejected: "bad",
  unavailable: "bad",
  failed: "bad",
} as const satisfies Record<Model<"ReservationState">, Standing>;

export type State = Model<"ReservationState">;

export const isState = (text: string | undefined): text is State => text !== undefined && Object.hasOwn(reservationStandings, text);

/** What the filters of the address ask for. */
export function filterOf({ state, station, token }: SearchState): { state?: State; station?: string; token?: string } {
  return { ...(isState(state) && { state }), ...(station !== undefined && { station }), ...(token !== undefined && { token }) };
}

export const reservationsQuery = (search: SearchState) =>
  listQuery(["reservations", filterOf(search)], (cursor, signal) =>
    answered(
      api.GET("/api/v1/reservations", {
        params: { query: { limit: 100, ...filterOf(search), ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

export const stationReservationsQuery = (station: string) =>
  listQuery(["reservations", "of", station], (cursor, signal) =>
    answered(
      api.GET("/api/v1/stations/{station}/reservations", {
        params: { path: { station }, query: { limit: 100, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

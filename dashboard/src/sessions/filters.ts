import type { Model } from "../api/client";
import { beginOf, endOf } from "../ui/days";
import type { SearchState } from "../ui/useSearchState";

export const states = ["open", "ended"] as const satisfies Model<"SessionState">[];
export const verdicts = ["complete", "incomplete", "suspect"] as const satisfies Model<"SessionVerdict">[];

interface SessionFilter {
  station?: string;
  token?: string;
  state?: Model<"SessionState">;
  verdict?: Model<"SessionVerdict">;
  from?: string;
  to?: string;
}

const given = <Value extends object>(all: { [Key in keyof Value]: Value[Key] | undefined }): Value =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== "")) as Value;

/** What the list is asked for. What an address has that is no filter is left out. @param station of the page that shows one only */
export function sessionFilter(search: SearchState, station?: string): SessionFilter {
  return given<SessionFilter>({
    station: station ?? search["station"],
    token: search["token"],
    state: states.find((each) => each === search["state"]),
    verdict: verdicts.find((each) => each === search["verdict"]),
    from: beginOf(search["from"]),
    to: endOf(search["to"]),
  });
}

interface TotalFilter {
  station?: string;
  token?: string;
  endedFrom?: string;
  endedTo?: string;
}

/** The sums have sessions that ended in those days; null: only open ones are listed, which have no sum yet. */
export function totalFilter({ state, station, token, from, to }: SessionFilter): TotalFilter | null {
  return state === "open" ? null : given<TotalFilter>({ station, token, endedFrom: from, endedTo: to });
}

export interface Sum {
  sessions: number;
  energyWh: number;
}

/** All rows together, by verdict. */
export function sumOf(rows: Model<"SessionTotal">[]): Record<Model<"SessionVerdict"> | "all", Sum> {
  const none = (): Sum => ({ sessions: 0, energyWh: 0 });
  const sums = { complete: none(), incomplete: none(), suspect: none(), all: none() };
  for (const row of rows) {
    for (const verdict of verdicts) {
      for (const sum of [sums[verdict], sums.all]) {
        sum.sessions += row[verdict].sessions;
        sum.energyWh += row[verdict].energyWh;
      }
    }
  }
  return sums;
}

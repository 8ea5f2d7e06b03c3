import type { Model } from "../api/client";

/** A stretch of time in which a station was connected, as parts of the whole: 0 is its beginning, 1 its end. */
export interface Stretch {
  from: number;
  to: number;
}

type Connection = Pick<Model<"StationConnection">, "openedAt" | "closedAt">;

/** @param from in milliseconds, as is to */
export function stretches(connections: Connection[], from: number, to: number): Stretch[] {
  const all = connections
    .map(({ openedAt, closedAt }) => ({
      from: Math.max(from, Date.parse(openedAt)),
      to: Math.min(to, closedAt === null ? to : Date.parse(closedAt)),
    }))
    .filter((each) => each.to > each.from)
    .sort((one, other) => one.from - other.from);
  const joined: Stretch[] = [];
  for (const each of all) {
    const last = joined.at(-1);
    if (last !== undefined && each.from <= last.to) {
      last.to = Math.max(last.to, each.to); // one is replaced by the next before it is closed
    } else {
      joined.push({ ...each });
    }
  }
  return joined.map((each) => ({ from: (each.from - from) / (to - from), to: (each.to - from) / (to - from) }));
}

/** What part of the time it was connected, in percent. */
export const share = (of: Stretch[]): number => of.reduce((sum, { from, to }) => sum + to - from, 0) * 100;

import { useState } from "react";
import { useLive } from "../live/Live";

/** A sample of a meter as the stream tells it. */
interface Sample {
  session: number;
  powerW?: number;
}

/** What flows now: the server's sum, and what meters have said since. */
export function usePowerNow(sum: number): number {
  const [known, setKnown] = useState({ sum, change: 0, last: new Map<number, number>() });
  if (known.sum !== sum) {
    // The new sum has all of them; what they said last is what the next ones are compared with.
    setKnown({ sum, change: 0, last: known.last });
  }
  useLive((event) => {
    if (event.kind !== "session.meter") {
      return;
    }
    const { session, powerW } = event.payload as unknown as Sample;
    if (powerW === undefined) {
      return;
    }
    setKnown((before) => {
      const last = new Map(before.last).set(session, powerW);
      const earlier = before.last.get(session);
      return { ...before, last, change: before.change + (earlier === undefined ? 0 : powerW - earlier) };
    });
  });
  return Math.max(0, known.sum + known.change);
}

import { useEffect, useEffectEvent, useState } from "react";

interface Heard {
  /** By the kinds of events that the stream tells of. */
  on: Record<string, (data: string) => void>;
  /** It stands; once more each time after it broke. */
  onOpen?: (isAgain: boolean) => void;
}

export type StreamState = "connecting" | "open" | "ended";

/** A stream of one thing, beside the page's stream of events. @param address null: none is wanted */
export function useStream(address: string | null, { on, onOpen }: Heard): StreamState {
  const [seen, setSeen] = useState<{ address: string | null; state: StreamState }>({ address, state: "connecting" });
  const kinds = Object.keys(on).join(" ");
  const heard = useEffectEvent((kind: string, data: string) => on[kind]?.(data));
  const opened = useEffectEvent((isAgain: boolean) => onOpen?.(isAgain));
  useEffect(() => {
    if (address === null || typeof EventSource === "undefined") {
      return;
    }
    const source = new EventSource(address);
    let times = 0;
    source.onopen = () => {
      setSeen({ address, state: "open" });
      opened(times++ > 0);
    };
    source.onerror = () => {
      // It tries again by itself, unless the server has refused it.
      setSeen({ address, state: source.readyState === EventSource.CLOSED ? "ended" : "connecting" });
    };
    source.addEventListener("end", () => {
      source.close();
      setSeen({ address, state: "ended" });
    });
    for (const kind of kinds.split(" ")) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        heard(kind, event.data);
      });
    }
    return () => {
      source.close();
    };
  }, [address, kinds]);
  return seen.address === address ? seen.state : "connecting";
}

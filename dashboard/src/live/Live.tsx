import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useEffect, useEffectEvent, useState, useSyncExternalStore, type ReactNode } from "react";
import { features } from "../shell/feature";
import { LiveFeed, type LiveEvent, type LiveState } from "./LiveFeed";
import { Staleness } from "./Staleness";

const FeedContext = createContext<LiveFeed | null>(null);

/** Keeps the stream open while its pages are shown, and has queries asked again that events made old. */
export function Live({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [feed] = useState(() => new LiveFeed());
  useEffect(() => {
    const staleness = new Staleness(client, features.flatMap((feature) => feature.live ?? []));
    const stopListening = feed.listen((event) => {
      staleness.heard(event);
    });
    const stop = feed.start();
    return () => {
      stop();
      stopListening();
      staleness.stop();
    };
  }, [client, feed]);
  return <FeedContext value={feed}>{children}</FeedContext>;
}

/** Hears of each event as it comes, samples of meters included. */
export function useLive(onEvent: (event: LiveEvent) => void): void {
  const feed = use(FeedContext);
  const heard = useEffectEvent(onEvent);
  useEffect(() => feed?.listen((event) => { heard(event); }), [feed]);
}

const nothing = () => () => undefined;

/** Whether what is shown moves. */
export function useLiveState(): LiveState {
  const feed = use(FeedContext);
  return useSyncExternalStore(feed?.watch ?? nothing, feed?.current ?? (() => "connecting"));
}

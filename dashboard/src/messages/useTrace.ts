import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Model } from "../api/client";
import { rowsOf } from "../api/list";
import { useStream } from "../live/useStream";
import { exchanges } from "./exchange";
import { messagesQuery } from "./queries";

/** So many are kept of what came while the page is open; what is older is in the list. */
const KEPT = 2000;

/** The trace of a station as it was and as it goes on, and how it is held. */
export function useTrace(station: string, action: string) {
  const list = useInfiniteQuery({ ...messagesQuery(station, action), refetchOnWindowFocus: false });
  const [live, setLive] = useState<Model<"Message">[]>([]);
  const [shown, setShown] = useState<number>(); // so many of the live ones while it is held
  const query = new URLSearchParams({ station, ...(action !== "" && { action }) });
  const state = useStream(`/api/v1/messages/live?${query.toString()}`, {
    on: {
      message: (data) => {
        const message = JSON.parse(data) as Model<"Message">;
        setLive((before) => (before.length < KEPT || shown !== undefined ? [...before, message] : [...before.slice(-KEPT + 1), message]));
      },
      missed: () => void list.refetch(),
    },
    onOpen: (isAgain) => {
      if (isAgain) {
        void list.refetch();
      }
    },
  });
  const seen = shown === undefined ? live : live.slice(0, shown);
  const all = useMemo(() => exchanges([...seen, ...rowsOf(list.data)]), [seen, list.data]);
  return {
    list,
    state,
    all,
    isHeld: shown !== undefined,
    /** Messages that have come since. */
    waiting: live.length - seen.length,
    hold: () => {
      setShown(live.length);
    },
    goOn: () => {
      setShown(undefined);
    },
  };
}

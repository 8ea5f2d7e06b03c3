import { PlugZap } from "lucide-react";
import { answered, api } from "../api/client";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/sessions", area: "operate", order: 30, text: "sessions:navigation", icon: PlugZap, needs: "session.read" }],
  stationTabs: [{ path: "/stations/$station/sessions", order: 20, text: "sessions:navigation", needs: "session.read" }],
  // What meters show comes each second and is taken from the event itself.
  live: [{ kind: "session.", stale: ({ kind }) => (kind === "session.meter" ? [] : [["sessions"]]) }],
  search: [
    {
      text: "sessions:navigation",
      needs: "session.read",
      order: 20,
      find: async (query, signal) => {
        const ask = (filter: { token?: string; station?: string }) =>
          answered(api.GET("/api/v1/sessions", { params: { query: { ...filter, limit: 5 } }, signal })).then(({ items }) => items);
        const number = /^#?(\d{1,15})$/.exec(query)?.[1];
        const asked = [
          ask({ token: query }),
          ask({ station: query }),
          ...(number === undefined
            ? []
            : [answered(api.GET("/api/v1/sessions/{id}", { params: { path: { id: Number(number) } }, signal })).then((session) => [session])]),
        ];
        const found = (await Promise.allSettled(asked)).flatMap((each) => (each.status === "fulfilled" ? each.value : []));
        return [...new Map(found.map((session) => [session.id, session])).values()].map(({ id, station, token, startedAt }) => ({
          id: String(id),
          title: `#${id} · ${station}`,
          more: [token, startedAt.slice(0, 16).replace("T", " ")].filter((each) => each !== null).join(" · "),
          to: `/sessions/${id}`,
        }));
      },
    },
  ],
};

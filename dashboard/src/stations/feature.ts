import { EvCharger } from "lucide-react";
import { answered, api } from "../api/client";
import type { LiveEvent } from "../live/LiveFeed";
import type { Feature } from "../shell/feature";

const lists = () => [["stations", "list"]];

const ofStation = (event: LiveEvent) => {
  const { station } = event;
  return station === null
    ? lists()
    : [...lists(), ["stations", "one", station], ["stations", "connections", station], ["stations", "security", station], ["stations", "connectors", station], ["stations", "blocks", station]];
};

export const feature: Feature = {
  navigation: [{ path: "/stations", area: "operate", order: 20, text: "stations:navigation", icon: EvCharger, needs: "station.read" }],
  live: [
    { kind: "station.", stale: ofStation },
    { kind: "connector.", stale: ofStation },
    { kind: "availability.", stale: ofStation },
    { kind: "station.alert.", stale: ({ station }) => [["station-alerts", "open", station]] },
    { kind: "remote-start.", stale: () => [["remote-starts"]] },
    // What a meter shows comes by itself.
    { kind: "session.", stale: ({ kind, station }) => (kind === "session.meter" ? [] : [...lists(), ["sessions", "open", station], ["sessions", "recent", station]]) },
  ],
  search: [
    {
      text: "stations:navigation",
      needs: "station.read",
      order: 10,
      find: async (q, signal) =>
        (await answered(api.GET("/api/v1/stations", { params: { query: { q, limit: 8 } }, signal }))).items.map(({ identity, name, model }) => ({
          id: identity,
          title: identity,
          more: name ?? model ?? "",
          to: `/stations/${encodeURIComponent(identity)}`,
        })),
    },
  ],
  stationTabs: [
    { path: "/stations/$station", order: 10, text: "stations:overview", needs: "station.read" },
    { path: "/stations/$station/connections", order: 80, text: "stations:connections", needs: "station.read" },
  ],
};

import type { Feature } from "../shell/feature";

/** What of a station is rarely looked at, in one tab. */
export const feature: Feature = {
  stationTabs: [{ path: "/stations/$station/more", order: 120, text: "more:tab" }],
  live: [
    { kind: "remote-start.", stale: ({ station }) => [["more", station, "starts"]] },
    { kind: "station.reset.", stale: ({ station }) => [["more", station, "resets"]] },
    { kind: "data-transfer.", stale: ({ station }) => [["more", station, "transfers"]] },
    { kind: "customer-information.", stale: ({ station }) => [["more", station, "customers"]] },
    { kind: "report.completed", stale: ({ station }) => [["more", station, "customers"]] },
    { kind: "station-tariff.", stale: ({ station }) => [["more", station, "tariffs"]] },
    { kind: "der-control.", stale: ({ station }) => [["more", station, "der"]] },
    { kind: "battery-swap.", stale: ({ station }) => [["more", station, "swaps"]] },
  ],
};

import type { Feature } from "../shell/feature";

export const feature: Feature = {
  stationTabs: [{ path: "/stations/$station/local-list", order: 80, text: "locallist:tab", needs: "local-list.read" }],
  live: [{ kind: "locallist.", stale: ({ station }) => [["local-list", station]] }],
};

import type { Feature } from "../shell/feature";

export const feature: Feature = {
  stationTabs: [{ path: "/stations/$station/certificates", order: 110, text: "certificates:tab", needs: "certificate.read" }],
  live: [{ kind: "certificate.", stale: ({ station }) => [["certificates", station]] }],
};

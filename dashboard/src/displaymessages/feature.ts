import type { Feature } from "../shell/feature";

export const feature: Feature = {
  stationTabs: [{ path: "/stations/$station/display", order: 90, text: "displaymessages:tab", needs: "display-message.read" }],
};

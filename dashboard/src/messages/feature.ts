import type { Feature } from "../shell/feature";

export const feature: Feature = {
  stationTabs: [{ path: "/stations/$station/messages", order: 65, text: "messages:trace", needs: "message.read" }],
};

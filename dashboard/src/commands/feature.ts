import { SquareTerminal } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/commands", area: "control", order: 10, text: "commands:navigation", icon: SquareTerminal, needs: "command.read" }],
  live: [
    { kind: "command.", stale: () => [["commands"]] },
    { kind: "bulk-command.", stale: () => [["bulk-commands"]] },
  ],
  stationTabs: [{ path: "/stations/$station/commands", order: 70, text: "commands:navigation", needs: "command.read" }],
};

import { FileDown } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/files", area: "control", order: 40, text: "files:navigation", icon: FileDown, needs: "file.read" }],
  live: [{ kind: "file.", stale: () => [["files"]] }],
};

import { ReceiptText } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/tariffs", area: "control", order: 25, text: "tariffs:navigation", icon: ReceiptText, needs: "tariff.read" }],
  live: [{ kind: "session.priced", stale: () => [["tariffs", "cost"]] }],
};

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { dashboard } from "./dashboard";
import { startI18n } from "./i18n/i18n";
import { applyTheme } from "./shell/theme";
import "./style.css";

const place = document.getElementById("root");
if (place === null) {
  throw new Error("index.html has no element #root");
}
applyTheme();
await startI18n();
createRoot(place).render(<StrictMode>{dashboard().element}</StrictMode>);

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { dashboard } from "./dashboard";
import "./style.css";

const place = document.getElementById("root");
if (place === null) {
  throw new Error("index.html has no element #root");
}
createRoot(place).render(<StrictMode>{dashboard().element}</StrictMode>);

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryDefaults } from "./api/queryDefaults";
import { pagesRouter } from "./routes";
import "./style.css";

const place = document.getElementById("root");
if (place === null) {
  throw new Error("index.html has no element #root");
}
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: queryDefaults } })}>
      <RouterProvider router={pagesRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);

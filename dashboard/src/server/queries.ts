import { queryOptions } from "@tanstack/react-query";
import { answered, api, reached, type Model } from "../api/client";
import { ApiError, problemOf } from "../api/errors";

const EVERY_MS = 5000;

/** Version, uptime, database, connections. */
export const statusQuery = queryOptions({
  queryKey: ["server", "status"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/status", { signal })),
  refetchInterval: EVERY_MS,
});

/** The certificates of its ports. */
export const tlsQuery = queryOptions({
  queryKey: ["server", "tls"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/server/tls", { signal })),
  refetchInterval: 12 * EVERY_MS,
});

/** Whether the server can do its work. Anybody may ask. */
export const healthQuery = queryOptions({
  queryKey: ["server", "health"],
  queryFn: ({ signal }) => health(signal),
  refetchInterval: EVERY_MS,
});

/** A server that is not well says so with 503 and the same body. */
async function health(signal: AbortSignal): Promise<Model<"Health">> {
  const { data, error, response } = await reached(api.GET("/health", { signal }));
  const said: unknown = data ?? error;
  if (!isHealth(said)) {
    throw new ApiError(problemOf(response, said));
  }
  return said;
}

function isHealth(said: unknown): said is Model<"Health"> {
  return typeof said === "object" && said !== null && "database" in said && "threads" in said;
}

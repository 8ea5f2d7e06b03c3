import { answered, api } from "../api/client";
import { listQuery } from "../api/list";

export const displayMessagesQuery = (station: string) =>
  listQuery(["display-messages", station], (cursor, signal) =>
    answered(
      api.GET("/api/v1/stations/{station}/display-messages", {
        params: { path: { station }, query: { limit: 100, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

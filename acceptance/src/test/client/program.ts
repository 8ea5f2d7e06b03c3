// What a program does with a client that was generated from the document. Every `@ts-expect-error` is a mistake that the
// compiler has to find: where it finds none, the document says less than the server knows.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Session = components["schemas"]["Session"];
type Problem = components["schemas"]["Problem"];

declare const process: { argv: string[] };
const base = process.argv[2] ?? "http://127.0.0.1:8180";
const key = process.argv[4] ?? "";
// Some operations also answer with tables and texts; this program asks for JSON and reads nothing else.
const client = createClient<paths, `application/${string}json`>({ baseUrl: base, headers: { Authorization: `Bearer ${key}` } });

/** All pages of a list, one behind the other. */
async function sessions(station: string): Promise<Session[]> {
  const all: Session[] = [];
  let cursor: string | null = null;
  do {
    const query: NonNullable<paths["/api/v1/sessions"]["get"]["parameters"]["query"]> = { station, limit: 1 };
    if (cursor !== null) query.cursor = cursor;
    const { data, error } = await client.GET("/api/v1/sessions", { params: { query } });
    if (error !== undefined) throw new Error(error.detail);
    all.push(...data.items);
    cursor = data.next;
  } while (cursor !== null);
  return all;
}

/** No default: a verdict that the document does not name must not compile. */
function worth(session: Session): string {
  if (session.verdict === null) return "open";
  switch (session.verdict) {
    case "complete":
      return `${session.energyWh ?? "?"} Wh`;
    case "incomplete":
    case "suspect":
      return session.suspicions.join(" ");
    default: {
      const nothing: never = session.verdict;
      return nothing;
    }
  }
}

async function main(station: string): Promise<void> {
  const created = await client.POST("/api/v1/stations", { body: { identity: `${station}-NEW`, admission: "pending" } });
  if (created.data === undefined) throw new Error(created.error.detail);
  const changed = await client.PATCH("/api/v1/stations/{station}", {
    params: { path: { station: created.data.identity } },
    body: { name: "Yard", strict: null },
  });
  if (changed.error !== undefined) throw new Error(changed.error.detail);
  const command = await client.POST("/api/v1/stations/{station}/commands", {
    params: { path: { station } },
    body: { action: "TriggerMessage", payload: { requestedMessage: "Heartbeat" }, wait: "10s" },
  });
  if (command.data === undefined) throw new Error(command.error.detail);
  const outcome: components["schemas"]["CommandOutcome"] | undefined = command.data.outcome;
  const token = await client.POST("/api/v1/tokens", { body: { value: "FROM-TYPESCRIPT" } });
  if (token.data === undefined) throw new Error(token.error.detail);
  const sameToken = await client.GET("/api/v1/tokens/{id}", { params: { path: { id: token.data.id } } });
  const imported = await client.POST("/api/v1/tokens/import", { body: [{ value: "A1" }, { value: "B2", maxSessions: 0 }] });
  const removed = await client.DELETE("/api/v1/stations/{station}", { params: { path: { station: `${station}-NEW` } } });
  const stations = await client.GET("/api/v1/stations", { params: { query: { connected: true } } });
  const refused = await client.GET("/api/v1/stations", { params: { query: { limit: 501 } } });
  const problem: Problem | undefined = refused.error;
  const health = await client.GET("/health/ready");

  const found = await sessions(station);
  console.log(
    JSON.stringify({
      admission: created.data.admission,
      name: changed.data.name,
      outcome,
      maxSessions: sameToken.data?.maxSessions,
      imported: imported.data?.created,
      removed: removed.response.status,
      field: problem?.field,
      database: health.data?.database.kind,
      connected: stations.data?.items.map((one) => one.identity),
      sessions: found.length,
      worth: found.map(worth),
    }),
  );
}

/** Never called: what must not compile. */
export async function mistakes(session: Session): Promise<void> {
  // @ts-expect-error there is no such state
  await client.GET("/api/v1/sessions", { params: { query: { state: "closed" } } });
  // @ts-expect-error a limit is a number
  await client.GET("/api/v1/sessions", { params: { query: { limit: "10" } } });
  // @ts-expect-error there is no such parameter
  await client.GET("/api/v1/sessions", { params: { query: { sation: "CP-7" } } });
  // @ts-expect-error a station has an identity
  await client.POST("/api/v1/stations", { body: { name: "Yard" } });
  // @ts-expect-error there is no such field
  const misspelt: components["schemas"]["StationBody"] = { identity: "CP-7", nmae: "Yard" };
  // @ts-expect-error there is no such admission
  await client.POST("/api/v1/stations", { body: { identity: "CP-7", admission: "maybe" } });
  // @ts-expect-error there is no such operation
  await client.PUT("/api/v1/stations/{station}", { params: { path: { station: "CP-7" } } });
  // @ts-expect-error energy may be unknown
  const energy: number = session.energyWh;
  // @ts-expect-error what is in the list of suspicions is one of them
  const odd: boolean = session.suspicions.includes("looks_funny");
  // @ts-expect-error a session has always begun
  const never: null = session.startedAt;
  // @ts-expect-error a session has no such property
  session.energyKwh;
  console.log(misspelt, energy, odd, never);
}

await main(process.argv[3] ?? "CP-7");

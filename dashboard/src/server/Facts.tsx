import type { ReactNode } from "react";
import { Card } from "../ui/Card";
import { Waiting } from "../ui/Waiting";
import type { Seen } from "./seen";

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
const databases = { sqlite: "SQLite", postgres: "PostgreSQL" } as const;

/** What `/api/v1/status` says. Without an answer yet, the room for it. */
export function Facts({ seen }: { seen: Seen | undefined }) {
  const status = seen?.status;
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-2xl bg-line lg:grid-cols-3" aria-busy={!seen}>
        <Fact name="Version">{status?.version}</Fact>
        <Fact name="Database" more={status && (status.database.state === "up" ? "answers" : "does not answer")}>
          {status && databases[status.database.kind]}
        </Fact>
        <Fact name="Connected stations" more={status && versions(status.stations.byVersion)}>
          {status?.stations.connected.toLocaleString()}
        </Fact>
        <Fact name="Open connections" more={status && "of stations"}>
          {status?.connections.toLocaleString()}
        </Fact>
        <Fact name="Waiting writes">{status?.waiting.writes.toLocaleString()}</Fact>
        <Fact name="Waiting commands">{status?.waiting.commands.toLocaleString()}</Fact>
      </dl>
      {seen?.isOld && (
        <p className="border-t border-line px-6 py-3 text-sm text-muted">As of {clock.format(seen.at)}, when it last answered.</p>
      )}
    </Card>
  );
}

function Fact({ name, more, children }: { name: string; more?: string | undefined; children: ReactNode }) {
  return (
    <div className="min-w-0 bg-surface px-5 py-4 sm:px-6 sm:py-5">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-1.5 flex flex-wrap items-baseline gap-x-2 text-base sm:text-lg font-medium tracking-tight">
        {children ?? <Waiting />}
        {more && <span className="text-sm font-normal tracking-normal text-muted">{more}</span>}
      </dd>
    </div>
  );
}

function versions(byVersion: Record<string, number>): string {
  const each = Object.entries(byVersion).map(([version, count]) => `${count.toLocaleString()} × ${version}`);
  return each.length > 0 ? `OCPP ${each.join(", ")}` : "";
}

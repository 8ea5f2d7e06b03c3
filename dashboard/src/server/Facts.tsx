import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Format, useFormat } from "../i18n/format";
import { Card } from "../ui/Card";
import { Waiting } from "../ui/Waiting";
import type { Seen } from "./seen";

const databases = { sqlite: "SQLite", postgres: "PostgreSQL" } as const;

/** What `/api/v1/status` says. Without an answer yet, the room for it. */
export function Facts({ seen }: { seen: Seen | undefined }) {
  const { t } = useTranslation("server");
  const format = useFormat();
  const status = seen?.status;
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-2xl bg-line lg:grid-cols-3" aria-busy={!seen}>
        <Fact name={t("version")}>{status?.version}</Fact>
        <Fact name={t("database")} more={status && t(`databaseState.${status.database.state}`)}>
          {status && databases[status.database.kind]}
        </Fact>
        <Fact name={t("stations")} more={status && versions(status.stations.byVersion, format)}>
          {status && format.count(status.stations.connected)}
        </Fact>
        <Fact name={t("connections")} more={status && t("ofStations")}>
          {status && format.count(status.connections)}
        </Fact>
        <Fact name={t("writes")}>{status && format.count(status.waiting.writes)}</Fact>
        <Fact name={t("commands")}>{status && format.count(status.waiting.commands)}</Fact>
      </dl>
      {seen?.isOld && (
        <p className="border-t border-line px-6 py-3 text-sm text-muted">{t("asOf", { time: format.time(new Date(seen.at).toISOString()) })}</p>
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

function versions(byVersion: Record<string, number>, format: Format): string {
  const each = Object.entries(byVersion).map(([version, count]) => `${format.count(count)} × ${version}`);
  return each.length > 0 ? `OCPP ${each.join(", ")}` : "";
}

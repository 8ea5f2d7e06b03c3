import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Cable } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { rowsOf } from "../api/list";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Card } from "../ui/Card";
import { DataTable } from "../ui/DataTable";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { attemptsQuery, connectionsQuery, stationQuery } from "./queries";
import { StationPage } from "./StationPage";
import { UptimeStrip } from "./UptimeStrip";
import { useStation } from "./useStation";

/** When a station was connected, why it was not, and who came in its name and was refused. */
export function ConnectionsPage() {
  const { t } = useTranslation("stations");
  const station = useStation();
  const connections = useInfiniteQuery(connectionsQuery(station));
  const rows = rowsOf(connections.data);
  const created = useQuery(stationQuery(station)).data?.createdAt;
  const since = created === undefined ? 0 : Date.parse(created);
  const columns = useConnectionColumns();
  return (
    <StationPage station={station}>
      {rows.length > 0 && (
        <Card className="grid gap-x-8 gap-y-5 p-4 lg:grid-cols-2">
          <UptimeStrip label={t("lastDay")} hours={24} since={since} connections={rows} />
          <UptimeStrip label={t("lastWeek")} hours={7 * 24} since={since} connections={rows} />
        </Card>
      )}
      <section className="flex flex-col gap-2">
        <h2 className="text-sm font-semibold">{t("connections")}</h2>
        <List
          label={t("connections")}
          of={connections}
          columns={columns}
          rowKey={({ id }) => String(id)}
          nothing={
            <Nothing icon={Cable} title={t("noConnections")}>
              {t("noConnectionsMore")}
            </Nothing>
          }
        />
      </section>
      <Attempts station={station} />
    </StationPage>
  );
}

function useConnectionColumns(): Column<Model<"StationConnection">>[] {
  const { t } = useTranslation("stations");
  const format = useFormat();
  return useMemo(
    () => [
      { id: "from", title: t("openedAt"), width: "12rem", cell: ({ openedAt }) => format.moment(openedAt) },
      {
        id: "to",
        title: t("closedAt"),
        from: "md",
        width: "12rem",
        cell: ({ closedAt }) => (closedAt === null ? <Status standing="good">{t("connected")}</Status> : format.moment(closedAt)),
      },
      {
        id: "length",
        title: t("length"),
        from: "sm",
        isNumber: true,
        width: "7rem",
        cell: ({ openedAt, closedAt }) => format.duration(((closedAt === null ? Date.now() : Date.parse(closedAt)) - Date.parse(openedAt)) / 1000),
      },
      {
        id: "reason",
        title: t("closeReason"),
        width: "1.6fr",
        cell: ({ closedAt, closeReason, closeCode }) => (
          <span className="block truncate" title={closeReason ?? undefined}>
            {closedAt === null ? <span className="text-muted">{format.none}</span> : `${closeReason ?? format.none}${closeCode === null ? "" : ` (${closeCode})`}`}
          </span>
        ),
      },
      { id: "version", title: t("version"), from: "lg", width: "4.5rem", cell: ({ ocppVersion }) => ocppVersion },
      { id: "address", title: t("remoteAddress"), from: "md", width: "9rem", cell: ({ remoteAddress }) => <span className="block truncate">{remoteAddress}</span> },
    ],
    [t, format],
  );
}

/** Refused handshakes in its name, among the latest of all stations. */
function Attempts({ station }: { station: string }) {
  const { t } = useTranslation("stations");
  const attempts = useQuery(attemptsQuery(station));
  const columns = useMemo(
    (): Column<Model<"ConnectionAttempt">>[] => [
      { id: "at", title: t("when"), width: "8rem", cell: ({ lastAt }) => <Ago at={lastAt} /> },
      { id: "reason", title: t("refusedBecause"), width: "1.6fr", cell: ({ reason, detail }) => <span className="block truncate" title={detail ?? reason}>{detail ?? reason}</span> },
      { id: "times", title: t("times"), isNumber: true, from: "sm", width: "4rem", cell: ({ occurred }) => occurred },
      { id: "offered", title: t("offered"), from: "lg", cell: ({ subprotocols }) => subprotocols },
      { id: "from", title: t("remoteAddress"), from: "md", width: "9rem", cell: ({ remoteAddress }) => <span className="block truncate">{remoteAddress}</span> },
    ],
    [t],
  );
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold">{t("attempts")}</h2>
      <Answer of={attempts}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="text-sm text-muted">{t("noAttempts")}</p>
          ) : (
            <DataTable label={t("attempts")} columns={columns} rows={rows} rowKey={({ at, remoteAddress, path, reason }) => `${at} ${remoteAddress} ${path} ${reason}`} />
          )
        }
      </Answer>
    </section>
  );
}

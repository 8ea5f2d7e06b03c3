import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Badge } from "../ui/Badge";
import type { Column } from "../ui/table";
import type { StationRow } from "./row";
import { ConnectorCounts, StationStatusSign } from "./StationStatusSign";

/** What a list of stations can show. */
export function useStationColumns(): Column<StationRow>[] {
  const { t } = useTranslation("stations");
  const format = useFormat();
  return useMemo(() => {
    const text = (value: string | null | undefined) => <span className="block truncate" title={value ?? undefined}>{value ?? format.none}</span>;
    return [
      {
        id: "identity",
        title: t("identity"),
        sort: "identity",
        width: "1.4fr",
        cell: ({ identity, admission }) => (
          <span className="flex items-center gap-2">
            <Link to="/stations/$station" params={{ station: identity }} className="truncate font-medium hover:underline" title={identity}>
              {identity}
            </Link>
            {admission !== "accepted" && <Badge look="warn">{t(`admissions.${admission}`)}</Badge>}
          </span>
        ),
      },
      { id: "name", title: t("name"), sort: "name", from: "lg", width: "1.4fr", cell: ({ name }) => text(name) },
      { id: "status", title: t("state"), sort: "status", width: "8.5rem", cell: (station) => <StationStatusSign station={station} /> },
      {
        id: "connectors",
        title: t("connectors"),
        from: "md",
        width: "7rem",
        cell: ({ summary }) => <ConnectorCounts counts={summary.connectors} />,
      },
      { id: "sessions", title: t("openSessions"), isNumber: true, from: "lg", width: "5.5rem", cell: ({ summary }) => format.count(summary.openSessions) },
      { id: "power", title: t("power"), isNumber: true, from: "md", width: "5.5rem", cell: ({ summary }) => format.power(summary.powerW) },
      { id: "model", title: t("model"), from: "xl", width: "1.2fr", cell: ({ vendor, model }) => text([vendor, model].filter((each) => each !== null).join(" ") || null) },
      { id: "firmware", title: t("firmware"), from: "xl", width: "0.8fr", cell: ({ firmwareVersion }) => text(firmwareVersion) },
      { id: "version", title: t("version"), from: "lg", width: "4.5rem", cell: ({ ocppVersion }) => ocppVersion ?? format.none },
      { id: "lastSeen", title: t("lastSeen"), sort: "lastSeenAt", from: "md", width: "7.5rem", cell: ({ lastSeenAt }) => <Ago at={lastSeenAt} /> },
      { id: "groups", title: t("groups"), from: "off", cell: ({ groups }) => text(groups.map(({ name }) => name).join(", ")) },
      { id: "serial", title: t("serialNumber"), from: "off", cell: ({ serialNumber }) => text(serialNumber) },
      { id: "registration", title: t("registration"), from: "off", width: "7rem", cell: ({ registration }) => t(`registrations.${registration}`) },
      { id: "address", title: t("address"), from: "off", cell: ({ address }) => text(address) },
      { id: "booted", title: t("lastBoot"), from: "off", width: "7.5rem", cell: ({ lastBootAt }) => <Ago at={lastBootAt} /> },
    ];
  }, [t, format]);
}

import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { useNow } from "../ui/useNow";
import { StationLink, TokenLink } from "./links";
import { secondsOf, standingOf } from "./standing";

/** The columns of a table of sessions. @param isOfAll they are of several stations */
export function useSessionColumns(isOfAll = true): Column<Model<"Session">>[] {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const all: Column<Model<"Session">>[] = [
    {
      id: "started",
      title: t("started"),
      width: "1.3fr",
      cell: ({ id, startedAt }) => (
        <Link to="/sessions/$id" params={{ id: String(id) }} className="font-medium text-accent hover:underline">
          <span title={format.moment(startedAt)}>{format.brief(startedAt)}</span>
        </Link>
      ),
    },
    { id: "id", title: t("number"), width: "5rem", from: "off", isNumber: true, cell: ({ id }) => id },
    { id: "standing", title: t("state"), width: "1.2fr", cell: (session) => <Standing session={session} /> },
    ...(isOfAll ? [{ id: "station", title: t("station"), width: "1.2fr", from: "sm", cell: ({ station }) => <StationLink station={station} /> } satisfies Column<Model<"Session">>] : []),
    { id: "evse", title: t("evse"), width: "4rem", from: "lg", isNumber: true, cell: ({ evse }) => evse ?? format.none },
    { id: "token", title: t("token"), from: "md", cell: ({ token }) => (token === null ? format.none : <TokenLink token={token} />) },
    { id: "duration", title: t("duration"), width: "7rem", from: "md", isNumber: true, cell: (session) => <Lasting session={session} /> },
    { id: "power", title: t("power"), width: "6.5rem", from: "lg", isNumber: true, cell: ({ state, powerW }) => (state === "open" ? format.power(powerW) : format.none) },
    { id: "energy", title: t("energy"), width: "6.5rem", isNumber: true, cell: ({ energyWh }) => format.energy(energyWh) },
    { id: "reason", title: t("stopReason"), from: "xl", cell: ({ stopReason }) => (stopReason === null ? format.none : t(`reason.${stopReason}`)) },
  ];
  return all;
}

function Standing({ session }: { session: Model<"Session"> }) {
  const { t } = useTranslation("sessions");
  const { standing, word } = standingOf(session);
  return <Status standing={standing}>{t(`standing.${word}`)}</Status>;
}

function Lasting({ session }: { session: Model<"Session"> }) {
  return useFormat().duration(secondsOf(session, useNow()));
}

import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { useVerb } from "../verbs/useVerb";
import { reservationStandings } from "./queries";

type Reservation = Model<"Reservation">;

interface Props {
  of: UseInfiniteQueryResult<InfiniteData<{ items: Reservation[]; next: string | null }>>;
  /** The page is of one station: it is not named in each row. */
  isOfStation?: boolean;
}

/** Reservations, of which those that stand can be cancelled. */
export function Reservations({ of, isOfStation = false }: Props) {
  const { t } = useTranslation("reservations");
  const format = useFormat();
  const may = useMay();
  const [going, setGoing] = useState<Reservation>();
  const cancelling = useVerb(
    async ({ station, id }: Reservation) =>
      (await answered(api.DELETE("/api/v1/stations/{station}/reservations/{id}", { params: { path: { station, id } } }))).command,
    [["reservations"]],
    true,
  );
  const columns: Column<Reservation>[] = [
    {
      id: "station",
      title: t("verbs:station"),
      cell: ({ station }) => (
        <Link to="/stations/$station/reservations" params={{ station }} className="font-medium hover:underline">
          {station}
        </Link>
      ),
    },
    { id: "token", title: t("token"), cell: ({ token, tokenType }) => <span title={tokenType ?? ""}>{token}</span> },
    {
      id: "state",
      title: t("verbs:state"),
      cell: ({ state, said }) => (
        <span title={said ?? ""}>
          <Status standing={reservationStandings[state]}>{t(`status.${state}`)}</Status>
        </span>
      ),
    },
    { id: "evse", title: t("verbs:evse"), width: "6rem", from: "sm", cell: ({ evse, connectorType }) => (evse === 0 ? (connectorType ?? t("anyEvse")) : evse) },
    { id: "expires", title: t("expires"), width: "12rem", from: "md", cell: ({ expiresAt }) => format.moment(expiresAt) },
    { id: "by", title: t("verbs:by"), from: "lg", cell: ({ actor }) => actor },
    { id: "at", title: t("verbs:at"), width: "6.5rem", from: "md", cell: ({ createdAt }) => <Ago at={createdAt} /> },
    {
      id: "more",
      title: "",
      width: "2.25rem",
      cell: (reservation) =>
        may("reservation.write") &&
        (reservation.state === "accepted" || reservation.state === "requested") && (
          <RowMenu label={t("verbs:more", { what: reservation.token })}>
            <MenuItem
              isDanger
              onPick={() => {
                setGoing(reservation);
              }}
            >
              {t("cancel")}
            </MenuItem>
          </RowMenu>
        ),
    },
  ];
  return (
    <>
      <List
        of={of}
        label={t("navigation")}
        rowKey={({ station, id, createdAt }) => `${station} ${id} ${createdAt}`}
        columns={isOfStation ? columns.slice(1) : columns}
        nothing={
          <Nothing icon={CalendarClock} title={t("nothing")}>
            {t("nothingMore")}
          </Nothing>
        }
      />
      {going && (
        <Confirm
          title={t("cancel")}
          action={t("cancel")}
          isDanger
          run={() => cancelling.mutateAsync(going)}
          onClose={() => {
            setGoing(undefined);
          }}
        >
          {t("cancelMore")}
        </Confirm>
      )}
    </>
  );
}

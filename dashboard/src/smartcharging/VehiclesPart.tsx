import { useInfiniteQuery } from "@tanstack/react-query";
import { Car, Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Status, type Standing } from "../ui/Status";
import { useAction } from "../ui/useAction";
import { useVerb } from "../verbs/useVerb";
import { OnlyTwo } from "../verbs/version";
import { needsQuery, priorityQuery } from "./queries";

const needStandings = { waiting: "waiting", accepted: "good", refused: "bad", none: "off", over: "idle" } as const satisfies Record<
  Model<"ChargingNeedState">,
  Standing
>;

/** What vehicles asked for, and which sessions charge with priority. */
export function VehiclesPart({ station }: { station: string }) {
  const { t } = useTranslation("smartcharging");
  return (
    <OnlyTwo station={station}>
      <h2 className="text-sm font-semibold">{t("needs")}</h2>
      <Needs station={station} />
      <h2 className="text-sm font-semibold">{t("priority")}</h2>
      <Priority station={station} />
    </OnlyTwo>
  );
}

function Needs({ station }: { station: string }) {
  const { t } = useTranslation("smartcharging");
  const format = useFormat();
  const may = useMay();
  const offering = useAction(
    (id: number) => answered(api.POST("/api/v1/stations/{station}/charging-needs/{id}/offer", { params: { path: { station, id } } })),
    t("offered"),
    [["smart-charging", station]],
  );
  return (
    <List
      of={useInfiniteQuery(needsQuery(station))}
      label={t("needs")}
      rowKey={({ id }) => String(id)}
      columns={[
        { id: "evse", title: t("verbs:evse"), width: "5rem", cell: ({ evse }) => evse },
        { id: "mode", title: t("unit"), from: "md", cell: ({ mode }) => mode },
        { id: "energy", title: t("energy"), isNumber: true, cell: ({ energyWh }) => format.energy(energyWh) },
        { id: "departs", title: t("departs"), from: "sm", cell: ({ departsAt }) => format.moment(departsAt) },
        {
          id: "state",
          title: t("verbs:state"),
          cell: ({ state, note }) => (
            <span title={note}>
              <Status standing={needStandings[state]}>{t(`need.${state}`)}</Status>
            </span>
          ),
        },
        { id: "at", title: t("verbs:at"), width: "6.5rem", from: "sm", cell: ({ receivedAt }) => <Ago at={receivedAt} /> },
        {
          id: "more",
          title: "",
          width: "2.25rem",
          cell: ({ id, state, evse }) =>
            may("charging-profile.write") &&
            state !== "over" && (
              <RowMenu label={t("verbs:more", { what: t("verbs:evseNumber", { number: evse }) })}>
                <MenuItem
                  onPick={() => {
                    offering.mutate(id);
                  }}
                >
                  {t("offer")}
                </MenuItem>
              </RowMenu>
            ),
        },
      ]}
      nothing={
        <Nothing icon={Car} title={t("noNeeds")}>
          {t("noNeedsMore")}
        </Nothing>
      }
    />
  );
}

function Priority({ station }: { station: string }) {
  const { t } = useTranslation("smartcharging");
  const may = useMay();
  const switching = useVerb(
    ({ transactionId, active }: Model<"PriorityCharging">) =>
      answered(
        api.PUT("/api/v1/stations/{station}/priority-charging/{transaction}", {
          params: { path: { station, transaction: transactionId } },
          body: { active: !active },
        }),
      ),
    [["smart-charging", station]],
  );
  return (
    <List
      of={useInfiniteQuery(priorityQuery(station))}
      label={t("priority")}
      rowKey={({ transactionId }) => transactionId}
      columns={[
        { id: "transaction", title: t("transaction"), cell: ({ transactionId }) => transactionId },
        { id: "state", title: t("verbs:state"), cell: ({ active }) => <Status standing={active ? "busy" : "idle"}>{active ? t("on") : t("off")}</Status> },
        { id: "source", title: t("source"), from: "sm", cell: ({ source }) => source },
        { id: "at", title: t("verbs:at"), width: "6.5rem", from: "sm", cell: ({ changedAt }) => <Ago at={changedAt} /> },
        {
          id: "more",
          title: "",
          width: "2.25rem",
          cell: (row) =>
            may("charging-profile.write") && (
              <RowMenu label={t("verbs:more", { what: row.transactionId })}>
                <MenuItem
                  onPick={() => {
                    switching.mutate(row);
                  }}
                >
                  {row.active ? t("switchOff") : t("switchOn")}
                </MenuItem>
              </RowMenu>
            ),
        },
      ]}
      nothing={<Nothing icon={Zap} title={t("noPriority")} />}
    />
  );
}

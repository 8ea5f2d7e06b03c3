import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { MenuItem } from "../ui/Menu";
import { Opener } from "../ui/Opener";
import { RowMenu } from "../ui/RowMenu";
import { Status, type Standing } from "../ui/Status";
import type { Column } from "../ui/table";
import { limitText } from "./SchedulePart";
import { gistOf } from "./schedule";

export const profileStandings = {
  sent: "waiting",
  accepted: "good",
  unanswered: "off",
  rejected: "bad",
  postponed: "waiting",
  cleared: "idle",
  replaced: "idle",
  over: "idle",
} as const satisfies Record<Model<"ChargingProfileState">, Standing>;

/** The purposes that OCPP names; a station may tell another word. */
export const knownPurposes = new Set([
  "ChargingStationExternalConstraints",
  "ChargingStationMaxProfile",
  "TxDefaultProfile",
  "TxProfile",
  "PriorityCharging",
  "LocalGeneration",
]);

/** @param onClear undefined: whoever looks may not */
export function useProfileColumns(
  onOpen: (profile: Model<"ChargingProfile">) => void,
  onClear: ((number: number) => void) | undefined,
): Column<Model<"ChargingProfile">>[] {
  const { t } = useTranslation("smartcharging");
  const format = useFormat();
  return [
    {
      id: "purpose",
      title: t("purposeTitle"),
      width: "1.3fr",
      cell: (profile) => (
        <Opener
          onOpen={() => {
            onOpen(profile);
          }}
        >
          <span title={profile.purpose}>{knownPurposes.has(profile.purpose) ? t(`purpose.${profile.purpose}`) : profile.purpose}</span>
        </Opener>
      ),
    },
    { id: "evse", title: t("verbs:evse"), width: "6rem", from: "sm", cell: ({ evse }) => (evse === 0 ? t("verbs:all") : evse) },
    {
      id: "limit",
      title: t("limit"),
      cell: ({ profile }) => {
        const { limit, unit, periods } = gistOf(profile);
        return (
          <>
            {limit === null ? format.none : limitText(format, unit ?? "A")(limit)}
            {periods > 1 && <span className="text-muted">{` · ${t("periods", { count: periods })}`}</span>}
          </>
        );
      },
    },
    { id: "stackLevel", title: t("stackLevel"), width: "6.5rem", isNumber: true, from: "md", cell: ({ stackLevel }) => stackLevel },
    {
      id: "state",
      title: t("verbs:state"),
      width: "8.5rem",
      cell: ({ state, said }) => (
        <span title={said}>
          <Status standing={profileStandings[state]}>{t(`status.${state}`)}</Status>
        </span>
      ),
    },
    { id: "until", title: t("verbs:until"), width: "11rem", from: "lg", cell: ({ validTo }) => format.moment(validTo) },
    { id: "source", title: t("source"), from: "lg", cell: ({ source, actor }) => actor ?? source },
    { id: "changed", title: t("verbs:at"), width: "6.5rem", from: "md", cell: ({ changedAt }) => <Ago at={changedAt} /> },
    {
      id: "more",
      title: "",
      width: "2.25rem",
      cell: ({ number, state }) =>
        onClear &&
        (state === "accepted" || state === "unanswered" || state === "sent") && (
          <RowMenu label={t("verbs:more", { what: number })}>
            <MenuItem
              isDanger
              onPick={() => {
                onClear(number);
              }}
            >
              {t("clear")}
            </MenuItem>
          </RowMenu>
        ),
    },
  ];
}

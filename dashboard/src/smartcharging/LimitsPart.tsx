import { useInfiniteQuery } from "@tanstack/react-query";
import { CloudLightning } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Badge } from "../ui/Badge";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Status } from "../ui/Status";
import { limitText } from "./SchedulePart";
import { limitsQuery } from "./queries";
import { gistOf } from "./schedule";

/** What somebody else has set at the station, as it told. */
export function LimitsPart({ station }: { station: string }) {
  const { t } = useTranslation("smartcharging");
  const format = useFormat();
  return (
    <List
      of={useInfiniteQuery(limitsQuery(station))}
      label={t("part.limits")}
      rowKey={({ id }) => String(id)}
      columns={[
        { id: "source", title: t("source"), cell: ({ source }) => source },
        { id: "evse", title: t("verbs:evse"), width: "6rem", cell: ({ evse }) => (evse === 0 ? t("verbs:all") : evse) },
        {
          id: "limit",
          title: t("limit"),
          cell: ({ schedules }) => {
            const { limit, unit } = gistOf({ chargingSchedule: schedules });
            return limit === null ? format.none : limitText(format, unit ?? "A")(limit);
          },
        },
        { id: "grid", title: "", width: "9rem", from: "md", cell: ({ gridCritical }) => gridCritical && <Badge look="bad">{t("gridCritical")}</Badge> },
        {
          id: "state",
          title: t("verbs:state"),
          from: "sm",
          cell: ({ endedAt, endedBy }) =>
            endedAt === undefined ? (
              <Status standing="warn">{t("stands")}</Status>
            ) : (
              <span title={format.moment(endedAt)}>
                <Status standing="idle">{t(`status.${endedBy ?? "over"}`)}</Status>
              </span>
            ),
        },
        { id: "at", title: t("verbs:at"), width: "6.5rem", from: "sm", cell: ({ reportedAt }) => <Ago at={reportedAt} /> },
      ]}
      nothing={<Nothing icon={CloudLightning} title={t("noLimits")} />}
    />
  );
}

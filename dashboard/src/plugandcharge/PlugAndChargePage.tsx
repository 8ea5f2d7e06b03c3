import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PlugZap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Badge } from "../ui/Badge";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { Narrow } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { Leniency } from "./Leniency";
import { lookOf } from "./outcome";
import { Pool } from "./Pool";
import { actions, requestsQuery } from "./queries";
import { Roots } from "./Roots";

/** Contract certificates of vehicles: where they come from, who vouches for them, and what stations have asked. */
export function PlugAndChargePage() {
  const { t } = useTranslation("plugandcharge");
  return (
    <Page title={t("navigation")} about={t("about")} isWide>
      <Pool />
      <Roots />
      <Leniency />
      <Requests />
    </Page>
  );
}

function Requests() {
  const { t } = useTranslation("plugandcharge");
  const format = useFormat();
  const [search, change] = useSearchState();
  const requests = useInfiniteQuery(requestsQuery(search));
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base font-semibold">{t("requests.title")}</h2>
        <Narrow
          label={t("requests.action")}
          value={search.action ?? ""}
          choices={[{ value: "", text: t("verbs:all") }, ...actions.map((action) => ({ value: action, text: action }))]}
          onPick={(action) => {
            change({ action });
          }}
        />
      </div>
      <List
        of={requests}
        label={t("requests.title")}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            id: "station",
            title: t("requests.station"),
            cell: ({ station }) => (
              <Link to="/stations/$station" params={{ station }} className="font-medium hover:underline">
                {station}
              </Link>
            ),
          },
          { id: "action", title: t("requests.action"), from: "md", cell: ({ action }) => action },
          { id: "subject", title: t("requests.subject"), from: "lg", cell: ({ subject }) => subject ?? format.none },
          { id: "outcome", title: t("requests.outcome"), width: "11.5rem", cell: ({ outcome }) => <Badge look={lookOf(outcome)}>{outcome}</Badge> },
          {
            id: "reason",
            title: t("requests.reason"),
            width: "1.6fr",
            from: "md",
            cell: ({ reason }) => <span title={reason ?? undefined}>{reason ?? format.none}</span>,
          },
          { id: "source", title: t("requests.source"), from: "lg", cell: ({ source }) => source ?? format.none },
          {
            id: "took",
            title: t("requests.took"),
            width: "5.5rem",
            isNumber: true,
            from: "lg",
            cell: ({ durationMs }) => `${format.count(durationMs)} ms`,
          },
          { id: "at", title: t("requests.at"), width: "6.5rem", from: "sm", cell: ({ at }) => <Ago at={at} /> },
        ]}
        nothing={
          <Nothing icon={PlugZap} title={t("requests.nothing")}>
            {t("requests.nothingMore")}
          </Nothing>
        }
      />
    </>
  );
}

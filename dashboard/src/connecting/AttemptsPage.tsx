import { useInfiniteQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { useAction } from "../ui/useAction";
import { attemptsQuery } from "./queries";

/** Who knocks and is turned away, and why; an unknown one is let in with one press. */
export function AttemptsPage() {
  const { t } = useTranslation("connecting");
  const format = useFormat();
  const may = useMay();
  const attempts = useInfiniteQuery(attemptsQuery);
  const accept = useAction(
    (identity: string) => answered(api.POST("/api/v1/stations", { body: { identity } })),
    t("accepted"),
    [["connection-attempts"], ["stations"], ["overview"]],
  );
  const columns: Column<Model<"ConnectionAttempt">>[] = [
    { id: "identity", title: t("identity"), cell: ({ identity, path }) => <span className="font-medium">{identity ?? path}</span> },
    { id: "why", title: t("why"), width: "2fr", cell: ({ reason, detail }) => <span title={detail ?? undefined}><Status standing="warn">{t(`reason.${reason}`)}</Status></span> },
    { id: "address", title: t("address"), from: "md", cell: ({ remoteAddress }) => remoteAddress },
    { id: "offers", title: t("offers"), from: "xl", cell: ({ subprotocols }) => subprotocols ?? format.none },
    { id: "often", title: t("often"), isNumber: true, width: "5rem", from: "lg", cell: ({ occurred }) => format.count(occurred) },
    { id: "last", title: t("last"), from: "sm", width: "8rem", cell: ({ lastAt }) => <Ago at={lastAt} /> },
    {
      id: "accept",
      title: "",
      width: "7rem",
      isNumber: true,
      cell: ({ identity, reason }) =>
        reason === "unknown_identity" &&
        identity !== null &&
        may("station.write") && (
          <Button className="!px-2.5 !py-1" disabled={accept.isPending} onClick={() => { accept.mutate(identity); }}>
            {t("accept")}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t("attempts")} about={t("attemptsAbout")} isWide>
      <List
        label={t("attempts")}
        of={attempts}
        columns={columns}
        rowKey={({ identity, path, remoteAddress, at, reason }) => [identity ?? path, remoteAddress, at, reason].join(" ")}
        nothing={
          <Nothing icon={ShieldCheck} title={t("noAttempt")}>
            {t("noAttemptMore")}
          </Nothing>
        }
      />
    </Page>
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircuitBoard, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { Status } from "../ui/Status";
import { NewCampaign } from "./NewCampaign";
import { Progress } from "./Progress";
import { campaignsQuery } from "./queries";
import { campaignStandings } from "./words";

/** Updates of many stations. */
export function CampaignsPage() {
  const { t } = useTranslation("firmware");
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      isWide
      action={
        may("firmware.write") && (
          <Button
            look="primary"
            onClick={() => {
              setNew(true);
            }}
          >
            <Plus className="size-4" aria-hidden="true" />
            {t("newCampaign")}
          </Button>
        )
      }
    >
      <List
        of={useInfiniteQuery(campaignsQuery)}
        label={t("navigation")}
        rowKey={({ id }) => String(id)}
        onOpen={({ id }) => void navigate({ to: "/firmware/$campaign", params: { campaign: String(id) } })}
        columns={[
          {
            id: "name",
            title: t("name"),
            width: "1.4fr",
            cell: ({ id, name }) => (
              <Link to="/firmware/$campaign" params={{ campaign: String(id) }} className="font-medium hover:underline">
                {name}
              </Link>
            ),
          },
          { id: "state", title: t("verbs:state"), width: "1fr", cell: ({ state }) => <Status standing={campaignStandings[state]}>{t(`campaignState.${state}`)}</Status> },
          { id: "progress", title: t("progress"), width: "1fr", from: "sm", cell: ({ progress }) => <Progress of={progress} /> },
          { id: "stations", title: t("stations"), width: "6rem", isNumber: true, from: "md", cell: ({ progress }) => format.count(progress.stations) },
          {
            id: "failed",
            title: t("count.failed"),
            width: "8rem",
            isNumber: true,
            from: "md",
            cell: ({ progress }) => <span className={progress.failed > 0 ? "text-bad" : ""}>{format.count(progress.failed)}</span>,
          },
          { id: "by", title: t("verbs:by"), from: "lg", cell: ({ createdBy }) => createdBy },
          { id: "at", title: t("verbs:at"), width: "6.5rem", from: "md", cell: ({ createdAt }) => <Ago at={createdAt} /> },
        ]}
        nothing={
          <Nothing icon={CircuitBoard} title={t("noCampaigns")}>
            {t("noCampaignsMore")}
          </Nothing>
        }
      />
      {isNew && (
        <NewCampaign
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </Page>
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquarePlus, MonitorOff, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { rowsOf } from "../api/list";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { StationPage } from "../stations/StationPage";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import { useStation } from "../stations/useStation";
import { OnlyTwo } from "../verbs/version";
import { freeNumber, gistOf, priorities } from "./message";
import { displayMessagesQuery } from "./queries";
import { SetMessage } from "./SetMessage";
import { useDisplayCommand } from "./useDisplayCommand";

/** What a station shows on its display. */
export function DisplayMessagesPage() {
  const station = useStation();
  return (
    <StationPage station={station}>
      <OnlyTwo station={station}>
        <Messages station={station} />
      </OnlyTwo>
    </StationPage>
  );
}

function Messages({ station }: { station: string }) {
  const { t } = useTranslation("displaymessages");
  const format = useFormat();
  const may = useMay();
  const [isSetting, setSetting] = useState(false);
  const messages = useInfiniteQuery(displayMessagesQuery(station));
  const params = { path: { station } };
  const asking = useDisplayCommand(station, () => answered(api.POST("/api/v1/stations/{station}/display-messages/refresh", { params })));
  const clearing = useDisplayCommand(station, (id: number) =>
    answered(api.DELETE("/api/v1/stations/{station}/display-messages/{id}", { params: { path: { station, id } } })),
  );
  const mayWrite = may("display-message.write");
  return (
    <>
      {mayWrite && (
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            onClick={() => {
              setSetting(true);
            }}
          >
            <MessageSquarePlus className="size-4" aria-hidden="true" />
            {t("set")}
          </Button>
          <Button
            disabled={asking.isPending}
            onClick={() => {
              asking.mutate();
            }}
          >
            <RefreshCw className={`size-4 ${asking.isPending ? "motion-safe:animate-spin" : ""}`} aria-hidden="true" />
            {t("verbs:ask")}
          </Button>
        </div>
      )}
      <List
        of={messages}
        label={t("tab")}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: "id", title: t("number"), width: "5rem", cell: ({ id }) => id },
          { id: "content", title: t("text"), width: "2fr", cell: (row) => <span title={gistOf(row).content}>{gistOf(row).content}</span> },
          { id: "shown", title: t("verbs:state"), width: "8.5rem", cell: ({ shown, said }) => <Shown shown={shown} said={said} /> },
          {
            id: "priority",
            title: t("priorityTitle"),
            from: "md",
            cell: (row) => {
              const { priority } = gistOf(row);
              return priorities.some((each) => each === priority) ? t(`priority.${priority}`) : priority;
            },
          },
          { id: "until", title: t("verbs:until"), from: "lg", cell: (row) => format.moment(gistOf(row).until) },
          { id: "by", title: t("verbs:by"), from: "lg", cell: ({ actor }) => actor ?? format.none },
          { id: "at", title: t("verbs:at"), width: "6.5rem", from: "md", cell: ({ changedAt }) => <Ago at={changedAt} /> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: ({ id, shown }) =>
              mayWrite &&
              shown !== false && (
                <RowMenu label={t("verbs:more", { what: id })}>
                  <MenuItem
                    isDanger
                    onPick={() => {
                      clearing.mutate(id);
                    }}
                  >
                    {t("clear")}
                  </MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={
          <Nothing icon={MonitorOff} title={t("nothing")}>
            {t("nothingMore")}
          </Nothing>
        }
      />
      {isSetting && (
        <SetMessage
          station={station}
          number={freeNumber(rowsOf(messages.data).map(({ id }) => id))}
          onClose={() => {
            setSetting(false);
          }}
        />
      )}
    </>
  );
}

function Shown({ shown, said }: { shown: Model<"DisplayMessage">["shown"]; said: string | undefined }) {
  const { t } = useTranslation("displaymessages");
  const standing = shown === undefined ? "off" : shown ? "good" : "idle";
  return (
    <span title={said === undefined ? undefined : `${t("said")}: ${said}`}>
      <Status standing={standing}>{shown === undefined ? t("shownUnknown") : shown ? t("shown") : t("notShown")}</Status>
    </span>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Facts } from "../ui/Facts";
import { Status } from "../ui/Status";
import { Timeline, type Moment } from "../ui/Timeline";
import { contentOf } from "../files/queries";
import { logQuery, updateQuery } from "./queries";
import { stepStanding, taskStandings, type TaskState } from "./words";

interface Task {
  state: TaskState;
  createdAt: string;
  createdBy: string;
  reason: string | null;
  steps: Model<"JobStep">[] | null;
}

/** A task from its order to its end, in the station's own words. */
function Steps({ task, children }: { task: Task; children?: ReactNode }) {
  const { t } = useTranslation("firmware");
  const moments: Moment[] = [
    { key: "ordered", at: task.createdAt, standing: "info", title: t("ordered"), more: task.createdBy },
    ...(task.steps ?? []).map(({ status, receivedAt }, place) => ({ key: `${place} ${status}`, at: receivedAt, standing: stepStanding(status), title: status })),
  ];
  return (
    <div className="flex flex-col gap-5">
      {children}
      <Timeline of={moments} />
    </div>
  );
}

/** @param id of the update */
export function UpdateDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation("firmware");
  const format = useFormat();
  return (
    <Dialog title={t("update", { id })} onClose={onClose} isWide>
      <Answer of={useQuery(updateQuery(id))}>
        {(update) => (
          <Steps task={update}>
            <Facts
              of={[
                [t("verbs:state"), <Status key="state" standing={taskStandings[update.state]}>{t(`status.${update.state}`)}</Status>],
                [t("reason"), update.reason],
                [t("verbs:station"), update.station],
                [t("before"), update.firmwareBefore],
                [t("after"), update.firmwareAfter],
                [t("from"), update.location],
                [t("retrieveAt"), format.moment(update.retrieveAt)],
                [t("installAt"), update.installAt && format.moment(update.installAt)],
              ]}
            />
          </Steps>
        )}
      </Answer>
      <Closing onClose={onClose} />
    </Dialog>
  );
}

/** @param id of the request for a log */
export function LogDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation("firmware");
  const format = useFormat();
  return (
    <Dialog title={t("log", { id })} onClose={onClose} isWide>
      <Answer of={useQuery(logQuery(id))}>
        {(log) => (
          <Steps task={log}>
            <Facts
              of={[
                [t("verbs:state"), <Status key="state" standing={taskStandings[log.state]}>{t(`status.${log.state}`)}</Status>],
                [t("reason"), log.reason],
                [t("typeTitle"), t(`type.${log.type}`)],
                [t("verbs:from"), log.from && format.moment(log.from)],
                [t("verbs:until"), log.to && format.moment(log.to)],
                [
                  t("files:file"),
                  log.file !== null && (
                    <a key="file" href={contentOf(log.file)} download className="text-accent underline">
                      {log.fileName ?? t("verbs:download")}
                    </a>
                  ),
                ],
              ]}
            />
          </Steps>
        )}
      </Answer>
      <Closing onClose={onClose} />
    </Dialog>
  );
}

function Closing({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("firmware");
  return (
    <div className="mt-4 flex justify-end">
      <Button onClick={onClose}>{t("ui:close")}</Button>
    </div>
  );
}

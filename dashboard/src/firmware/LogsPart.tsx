import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ScrollText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { contentOf } from "../files/queries";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { notify } from "../ui/notices";
import { Select } from "../ui/Select";
import { Status } from "../ui/Status";
import { useSearchState } from "../ui/useSearchState";
import { instantOf } from "../verbs/instant";
import { useVersion } from "../verbs/version";
import { logsQuery } from "./queries";
import { LogDialog } from "./TaskDialogs";
import { taskStandings } from "./words";

/** What a station was asked for of its logs, with the files that came. */
export function LogsPart({ station }: { station: string }) {
  const { t } = useTranslation("firmware");
  const may = useMay();
  const [search, change] = useSearchState();
  const [isAsking, setAsking] = useState(false);
  const open = search.task === undefined ? undefined : Number(search.task);
  return (
    <>
      {may("log.write") && (
        <Button
          look="primary"
          className="self-start"
          onClick={() => {
            setAsking(true);
          }}
        >
          <ScrollText className="size-4" aria-hidden="true" />
          {t("askLog")}
        </Button>
      )}
      <List
        of={useInfiniteQuery(logsQuery(station))}
        label={t("part.logs")}
        rowKey={({ id }) => String(id)}
        onOpen={({ id }) => {
          change({ task: String(id) });
        }}
        columns={[
          {
            id: "id",
            title: t("ordered"),
            width: "8rem",
            cell: ({ id, createdAt }) => (
              <Link to="." search={{ part: "logs", task: String(id) }} className="font-medium hover:underline">
                <Ago at={createdAt} />
              </Link>
            ),
          },
          { id: "type", title: t("typeTitle"), from: "sm", cell: ({ type }) => t(`type.${type}`) },
          {
            id: "state",
            title: t("verbs:state"),
            cell: ({ state, status, reason }) => (
              <span title={[status, reason].filter(Boolean).join(": ")}>
                <Status standing={taskStandings[state]}>{t(`status.${state}`)}</Status>
              </span>
            ),
          },
          {
            id: "file",
            title: t("files:file"),
            cell: ({ file, fileName }) =>
              file !== null && (
                <a href={contentOf(file)} download className="text-accent underline">
                  {fileName ?? t("verbs:download")}
                </a>
              ),
          },
          { id: "by", title: t("verbs:by"), from: "lg", cell: ({ createdBy }) => createdBy },
        ]}
        nothing={<Nothing icon={ScrollText} title={t("noLogs")} />}
      />
      {isAsking && (
        <AskLog
          station={station}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
      {open !== undefined && (
        <LogDialog
          id={open}
          onClose={() => {
            change({ task: undefined });
          }}
        />
      )}
    </>
  );
}

const types = ["diagnostics", "security", "datacollector"] as const;

function AskLog({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("firmware");
  const client = useQueryClient();
  const version = useVersion(station);
  const asking = useMutation({
    mutationFn: (body: Model<"LogBody">) => answered(api.POST("/api/v1/stations/{station}/logs", { params: { path: { station } }, body })),
    onSuccess: async ({ state, reason }) => {
      notify(state === "refused" || state === "failed" ? "warn" : "good", t("logAsked"), reason ?? undefined);
      onClose();
      await client.invalidateQueries({ queryKey: ["firmware", "logs", station] });
    },
  });
  return (
    <Dialog title={t("askLog")} onClose={onClose} isWide>
      <Form
        error={asking.error}
        fields={["type", "from", "to"]}
        onSend={(value) => {
          const type = types.find((each) => each === value("type"));
          const from = instantOf(value("from"));
          const to = instantOf(value("to"));
          asking.mutate({ ...(type && { type }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={asking.isPending} onCancel={onClose} />}
      >
        <Select
          name="type"
          label={t("typeTitle")}
          // Only stations of 2.1 collect data.
          choices={types.filter((each) => each !== "datacollector" || version === "2.1").map((each) => ({ value: each, text: t(`type.${each}`) }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="from" label={t("verbs:from")} type="datetime-local" hint={t("fromHint")} />
          <Field name="to" label={t("verbs:until")} type="datetime-local" hint={t("untilHint")} />
        </div>
      </Form>
    </Dialog>
  );
}

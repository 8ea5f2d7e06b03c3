import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircuitBoard, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { notify } from "../ui/notices";
import { Status } from "../ui/Status";
import { useSearchState } from "../ui/useSearchState";
import { OrderFields, orderFields } from "./OrderFields";
import { orderOf } from "./order";
import { updatesQuery } from "./queries";
import { UpdateDialog } from "./TaskDialogs";
import { taskStandings } from "./words";

/** The updates of a station's firmware, each followed to its end. */
export function UpdatesPart({ station }: { station: string }) {
  const { t } = useTranslation("firmware");
  const format = useFormat();
  const may = useMay();
  const [search, change] = useSearchState();
  const [isStarting, setStarting] = useState(false);
  const open = search.task === undefined ? undefined : Number(search.task);
  return (
    <>
      {may("firmware.write") && (
        <Button
          look="primary"
          className="self-start"
          onClick={() => {
            setStarting(true);
          }}
        >
          <Download className="size-4" aria-hidden="true" />
          {t("start")}
        </Button>
      )}
      <List
        of={useInfiniteQuery(updatesQuery(station))}
        label={t("part.updates")}
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
              <Link to="." search={{ task: String(id) }} className="font-medium hover:underline">
                <Ago at={createdAt} />
              </Link>
            ),
          },
          {
            id: "state",
            title: t("verbs:state"),
            width: "10rem",
            cell: ({ state, status, reason }) => (
              <span title={[status, reason].filter(Boolean).join(": ")}>
                <Status standing={taskStandings[state]}>{t(`status.${state}`)}</Status>
              </span>
            ),
          },
          { id: "before", title: t("before"), from: "md", cell: ({ firmwareBefore }) => firmwareBefore ?? format.none },
          { id: "after", title: t("after"), from: "md", cell: ({ firmwareAfter }) => firmwareAfter ?? format.none },
          { id: "location", title: t("from"), width: "1.5fr", from: "lg", cell: ({ location }) => <span title={location}>{location}</span> },
          { id: "by", title: t("verbs:by"), from: "lg", cell: ({ createdBy }) => createdBy },
        ]}
        nothing={<Nothing icon={CircuitBoard} title={t("noUpdates")} />}
      />
      {isStarting && (
        <StartUpdate
          station={station}
          onClose={() => {
            setStarting(false);
          }}
        />
      )}
      {open !== undefined && (
        <UpdateDialog
          id={open}
          onClose={() => {
            change({ task: undefined });
          }}
        />
      )}
    </>
  );
}

function StartUpdate({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("firmware");
  const client = useQueryClient();
  const starting = useMutation({
    mutationFn: (body: Model<"FirmwareOrder">) =>
      answered(api.POST("/api/v1/stations/{station}/firmware-updates", { params: { path: { station } }, body })),
    onSuccess: async ({ state, reason }) => {
      notify(state === "refused" || state === "failed" ? "warn" : "good", t("started"), reason ?? undefined);
      onClose();
      await client.invalidateQueries({ queryKey: ["firmware", "updates", station] });
    },
  });
  return (
    <Dialog title={t("startTitle")} onClose={onClose} isWide>
      <Form
        error={starting.error}
        fields={orderFields}
        onSend={(value) => {
          starting.mutate(orderOf(value));
        }}
        buttons={<Buttons action={t("start")} isRunning={starting.isPending} onCancel={onClose} />}
      >
        <OrderFields />
      </Form>
    </Dialog>
  );
}

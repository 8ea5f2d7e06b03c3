import { useInfiniteQuery } from "@tanstack/react-query";
import { RefreshCw, Waves } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import { useVerb } from "../verbs/useVerb";
import { streamsQuery } from "./queries";
import { watched } from "./words";

/** The streams of values that a station has opened (OCPP 2.1). */
export function StreamsPart({ station }: { station: string }) {
  const { t } = useTranslation("monitoring");
  const format = useFormat();
  const may = useMay();
  const [pacing, setPacing] = useState<Model<"EventStream">>();
  const stale = [["monitoring", station]];
  const asking = useVerb(() => answered(api.POST("/api/v1/stations/{station}/event-streams/refresh", { params: { path: { station } } })), stale);
  return (
    <>
      {may("monitor.write") && (
        <Button
          className="self-start"
          disabled={asking.isPending}
          onClick={() => {
            asking.mutate();
          }}
        >
          <RefreshCw className={`size-4 ${asking.isPending ? "motion-safe:animate-spin" : ""}`} aria-hidden="true" />
          {t("verbs:ask")}
        </Button>
      )}
      <List
        of={useInfiniteQuery(streamsQuery(station))}
        label={t("part.streams")}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: "what", title: t("what"), width: "1.5fr", cell: ({ component, variable }) => watched(component, variable) },
          {
            id: "state",
            title: t("verbs:state"),
            cell: ({ closedAt, closedBy }) => (
              <span title={closedBy}>
                <Status standing={closedAt === undefined ? "busy" : "idle"}>{closedAt === undefined ? t("open") : t("over")}</Status>
              </span>
            ),
          },
          { id: "interval", title: t("interval"), isNumber: true, from: "sm", cell: ({ interval }) => format.duration(interval) },
          { id: "values", title: t("values"), isNumber: true, from: "md", cell: ({ values }) => values ?? format.none },
          { id: "pending", title: t("pending"), isNumber: true, from: "md", cell: ({ pending }) => pending ?? format.none },
          { id: "at", title: t("verbs:at"), width: "6.5rem", from: "sm", cell: ({ lastAt, openedAt }) => <Ago at={lastAt ?? openedAt} /> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: (stream) =>
              may("monitor.write") &&
              stream.closedAt === undefined && (
                <RowMenu label={t("verbs:more", { what: watched(stream.component, stream.variable) })}>
                  <MenuItem
                    onPick={() => {
                      setPacing(stream);
                    }}
                  >
                    {t("pace")}
                  </MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={
          <Nothing icon={Waves} title={t("noStreams")}>
            {t("noStreamsMore")}
          </Nothing>
        }
      />
      {pacing && (
        <Pace
          station={station}
          stream={pacing}
          onClose={() => {
            setPacing(undefined);
          }}
        />
      )}
    </>
  );
}

function Pace({ station, stream, onClose }: { station: string; stream: Model<"EventStream">; onClose: () => void }) {
  const { t } = useTranslation("monitoring");
  const pacing = useVerb(
    (body: Model<"EventStreamPace">) =>
      answered(api.PATCH("/api/v1/stations/{station}/event-streams/{id}", { params: { path: { station, id: stream.id } }, body })),
    [["monitoring", station]],
    true,
  );
  return (
    <Dialog title={t("pace")} onClose={onClose}>
      <Form
        error={pacing.error}
        fields={["interval", "values"]}
        onSend={(value) => {
          pacing.mutate(
            {
              ...(value("interval") !== "" && { interval: Number(value("interval")) }),
              ...(value("values") !== "" && { values: Number(value("values")) }),
            },
            { onSuccess: onClose },
          );
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={pacing.isPending} onCancel={onClose} />}
      >
        <Field name="interval" label={`${t("interval")} (s)`} type="number" min={1} defaultValue={stream.interval ?? ""} hint={t("intervalHint")} autoFocus />
        <Field name="values" label={t("values")} type="number" min={1} defaultValue={stream.values ?? ""} hint={t("intervalHint")} />
      </Form>
    </Dialog>
  );
}

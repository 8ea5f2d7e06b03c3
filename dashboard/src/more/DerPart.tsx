import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus, RefreshCw, UtilityPole, Zap } from "lucide-react";
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
import { useVerb } from "../verbs/useVerb";
import { derQuery } from "./queries";
import { RawForm } from "./RawForm";
import { Shown } from "./Shown";
import { StateSign } from "./StateSign";

const example = { isDefault: true, controlType: "LimitMaxDischarge", limitMaxDischarge: { priority: 1, pctMaxDischargePower: 80 } };

/** How a station of OCPP 2.1 is to behave towards the grid, and signals to it. */
export function DerPart({ station }: { station: string }) {
  const { t } = useTranslation("more");
  const format = useFormat();
  const may = useMay();
  const [task, setTask] = useState<"set" | "signal" | Model<"DerControl">>();
  const stale = [["more", station, "der"]];
  const asking = useVerb(() => answered(api.POST("/api/v1/stations/{station}/der-controls/refresh", { params: { path: { station } } })), stale);
  const clearing = useVerb(
    async (controlId: string) =>
      (await answered(api.DELETE("/api/v1/stations/{station}/der-controls/{controlId}", { params: { path: { station, controlId } } }))).command,
    stale,
  );
  const setting = useVerb(
    async ({ controlId, control }: { controlId: string; control: Record<string, unknown> }) =>
      (
        await answered(
          api.PUT("/api/v1/stations/{station}/der-controls/{controlId}", {
            params: { path: { station, controlId } },
            body: control as Record<string, never>,
          }),
        )
      ).command,
    stale,
    true,
  );
  const close = () => {
    setTask(undefined);
    setting.reset();
  };
  const mayWrite = may("der-control.write");
  return (
    <>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {mayWrite && (
          <>
            <Button
              onClick={() => {
                setTask("set");
              }}
            >
              <Plus className="size-4" aria-hidden="true" />
              {t("setControl")}
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
          </>
        )}
        {may("v2x.write") && (
          <Button
            onClick={() => {
              setTask("signal");
            }}
          >
            <Zap className="size-4" aria-hidden="true" />
            {t("signal")}
          </Button>
        )}
      </div>
      <List
        of={useInfiniteQuery(derQuery(station))}
        label={t("part.der")}
        rowKey={({ controlId }) => controlId}
        onOpen={setTask}
        columns={[
          { id: "id", title: t("id"), cell: ({ controlId }) => <span className="font-medium">{controlId}</span> },
          { id: "type", title: t("type"), cell: ({ controlType }) => controlType },
          { id: "state", title: t("verbs:state"), cell: ({ state, said }) => <StateSign state={state} note={said} /> },
          { id: "rank", title: t("rank"), width: "5rem", isNumber: true, from: "md", cell: ({ priority }) => priority },
          {
            id: "until",
            title: t("verbs:until"),
            from: "md",
            cell: ({ isDefault, endsAt }) => (isDefault ? t("default") : format.moment(endsAt)),
          },
          { id: "at", title: t("verbs:at"), width: "6.5rem", from: "sm", cell: ({ changedAt }) => <Ago at={changedAt} /> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: ({ controlId, state }) =>
              mayWrite &&
              (state === "accepted" || state === "superseded" || state === "unknown") && (
                <RowMenu label={t("verbs:more", { what: controlId })}>
                  <MenuItem
                    isDanger
                    onPick={() => {
                      clearing.mutate(controlId);
                    }}
                  >
                    {t("takeOff")}
                  </MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={<Nothing icon={UtilityPole} title={t("nothing.der")} />}
      />
      {task === "set" && (
        <RawForm
          title={t("setControl")}
          example={example}
          error={setting.error}
          isRunning={setting.isPending}
          onSend={(controlId, control) => {
            setting.mutate({ controlId, control }, { onSuccess: close });
          }}
          onClose={close}
        />
      )}
      {task === "signal" && <Signal station={station} onClose={close} />}
      {typeof task === "object" && <Shown title={task.controlId} value={task} onClose={close} />}
    </>
  );
}

function Signal({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("more");
  const signalling = useVerb(
    (signal: number) => answered(api.POST("/api/v1/stations/{station}/afrr-signal", { params: { path: { station } }, body: { signal } })),
    [],
    true,
  );
  return (
    <Dialog title={t("signal")} onClose={onClose}>
      <Form
        error={signalling.error}
        fields={["signal"]}
        onSend={(value) => {
          signalling.mutate(Number(value("signal")), { onSuccess: onClose });
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={signalling.isPending} onCancel={onClose} />}
      >
        <Field name="signal" label={t("signal").replace(/\s*…$/, "")} type="number" step={1} required autoFocus hint={t("signalHint")} />
      </Form>
    </Dialog>
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { BatteryCharging } from "lucide-react";
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
import { Nothing } from "../ui/Nothing";
import { useVerb } from "../verbs/useVerb";
import { swapsQuery } from "./queries";
import { Shown } from "./Shown";
import { StateSign } from "./StateSign";

/** Batteries that were put in and taken out at the station. */
export function SwapsPart({ station }: { station: string }) {
  const { t } = useTranslation("more");
  const format = useFormat();
  const may = useMay();
  const [task, setTask] = useState<"ask" | Model<"BatterySwap">>();
  const close = () => {
    setTask(undefined);
  };
  return (
    <>
      {may("battery-swap.write") && (
        <Button
          className="self-start"
          onClick={() => {
            setTask("ask");
          }}
        >
          <BatteryCharging className="size-4" aria-hidden="true" />
          {t("askSwap")}
        </Button>
      )}
      <List
        of={useInfiniteQuery(swapsQuery(station))}
        label={t("part.swaps")}
        rowKey={({ id }) => String(id)}
        onOpen={setTask}
        columns={[
          { id: "at", title: t("verbs:at"), width: "6.5rem", cell: ({ begunAt }) => <Ago at={begunAt} /> },
          { id: "token", title: t("token"), cell: ({ token, tokenType }) => <span title={tokenType}>{token}</span> },
          { id: "state", title: t("verbs:state"), width: "11rem", cell: ({ state, reason }) => <StateSign state={state} note={reason} /> },
          { id: "in", title: t("status.inserted"), from: "md", cell: ({ inAt }) => format.time(inAt) },
          { id: "out", title: t("status.removed"), from: "md", cell: ({ outAt }) => format.time(outAt) },
        ]}
        nothing={<Nothing icon={BatteryCharging} title={t("nothing.swaps")} />}
      />
      {task === "ask" && <AskSwap station={station} onClose={close} />}
      {typeof task === "object" && <Shown title={t("part.swaps")} value={task} onClose={close} />}
    </>
  );
}

function AskSwap({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("more");
  const asking = useVerb(
    async (token: string) =>
      (await answered(api.POST("/api/v1/stations/{station}/battery-swaps", { params: { path: { station } }, body: { token } }))).command,
    [["more", station, "swaps"]],
    true,
  );
  return (
    <Dialog title={t("askSwap")} onClose={onClose}>
      <Form
        error={asking.error}
        fields={["token"]}
        onSend={(value) => {
          asking.mutate(value("token").trim(), { onSuccess: onClose });
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={asking.isPending} onCancel={onClose} />}
      >
        <Field name="token" label={t("token")} required autoFocus maxLength={255} spellCheck={false} />
      </Form>
    </Dialog>
  );
}

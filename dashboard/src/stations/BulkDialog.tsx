import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { ActionForm, type Chosen } from "../commands/ActionForm";
import { BulkProgress } from "../commands/BulkProgress";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Checkbox, Select } from "../ui/Select";
import { bodyOf, triggers, versionsOf, type BulkTask } from "./bulk";
import type { StationRow } from "./row";

interface Props {
  task: BulkTask;
  stations: StationRow[];
  onClose: () => void;
}

/** Asks what many stations are to be told, tells them, and shows what each said. */
export function BulkDialog({ task, stations, onClose }: Props) {
  const { t } = useTranslation("stations");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [old, setOld] = useState<Chosen | null>(null);
  const versions = versionsOf(stations);
  const [version = versions[0] ?? "2.0.1"] = versions;
  const isMixed = versions.includes("1.6") && version !== "1.6";
  const sending = useMutation({
    mutationFn: (body: Model<"BulkCommandBody">) => answered(api.POST("/api/v1/commands/bulk", { body })),
  });
  if (sending.data !== undefined) {
    return (
      <Dialog title={t(`bulk.${task}`)} onClose={onClose} isWide>
        <BulkProgress id={sending.data.id} />
        <div className="mt-4 flex justify-end">
          <Button look="primary" onClick={onClose}>
            {t("ui:close")}
          </Button>
        </div>
      </Dialog>
    );
  }
  const isReady = task !== "any" || (chosen !== null && (!isMixed || old !== null));
  return (
    <Dialog title={t("bulk.for", { what: t(`bulk.${task}`), count: stations.length })} onClose={onClose} isWide={task === "any"}>
      <Form
        error={sending.error}
        fields={["evse", "message"]}
        onSend={(value) => {
          const said = task === "any" ? anyBody(chosen, old) : bodyOf(task, value);
          if (said !== null) {
            sending.mutate({ ...said, stations: stations.map(({ identity }) => identity), ...(value("wait") === "on" && { ttl: "24h" }) });
          }
        }}
        buttons={<Buttons action={t("bulk.send")} isRunning={sending.isPending || !isReady} isDanger={task === "reset"} onCancel={onClose} />}
      >
        <Fields task={task} />
        {task === "any" && (
          <>
            <ActionForm version={version} onChange={setChosen} isFocused {...(isMixed && { label: t("bulk.new", { version }) })} />
            {isMixed && <ActionForm version="1.6" onChange={setOld} label={t("bulk.old")} />}
          </>
        )}
        <Checkbox name="wait" label={t("bulk.wait")} hint={t("bulk.waitMore")} />
      </Form>
    </Dialog>
  );
}

function anyBody(chosen: Chosen | null, old: Chosen | null): Pick<Model<"BulkCommandBody">, "action" | "payload" | "ocpp16"> | null {
  if (chosen === null) {
    return null;
  }
  const { action, payload } = chosen;
  return { action, payload: payload, ...(old !== null && { ocpp16: { action: old.action, payload: old.payload } }) };
}

function Fields({ task }: { task: BulkTask }) {
  const { t } = useTranslation("stations");
  switch (task) {
    case "reset":
      return <Select name="type" label={t("reset.type")} choices={["onIdle", "immediate"].map((value) => ({ value, text: t(`reset.${value}`) }))} />;
    case "unlock":
      return <Field name="evse" label={t("evse")} type="number" min={1} defaultValue={1} required hint={t("bulk.evseMore")} />;
    case "trigger":
      return <Select name="message" label={t("message")} choices={triggers.map((value) => ({ value, text: value }))} />;
    case "availability":
      return (
        <Select
          name="operative"
          label={t("availability")}
          choices={[
            { value: "false", text: t("outOfService") },
            { value: "true", text: t("inService") },
          ]}
        />
      );
    case "any":
      return null;
  }
}

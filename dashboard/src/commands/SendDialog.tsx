import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";
import { ActionForm, type Chosen } from "./ActionForm";
import { CommandDetails } from "./CommandDetails";
import { keepPayload } from "./kept";
import type { Version } from "./queries";

/** How long a command may wait for a station that is not connected. */
const waits = ["", "1h", "24h", "7d"] as const;

/** Tells a station anything that its version of OCPP knows. */
export function SendDialog({ station, version, onClose }: { station: string; version: Version; onClose: () => void }) {
  const { t } = useTranslation("commands");
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const sending = useMutation({
    mutationFn: ({ action, payload, timeout, ttl }: Chosen & { timeout: string; ttl: string }) =>
      answered(
        api.POST("/api/v1/stations/{station}/commands", {
          params: { path: { station } },
          body: { action, payload, ...(timeout !== "" && { timeout: `${timeout}s`, wait: `${timeout}s` }), ...(ttl !== "" && { ttl }) },
        }),
      ),
    onSuccess: async ({ action, payload }) => {
      keepPayload(version, action, payload);
      await client.invalidateQueries({ queryKey: ["commands"] });
    },
  });
  return (
    <Dialog title={t("send.to", { station })} onClose={onClose} isWide>
      {sending.data && (
        <div className="flex flex-col gap-4" aria-live="polite">
          <CommandDetails command={sending.data} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => { sending.reset(); }}>{t("send.another")}</Button>
            <Button look="primary" onClick={onClose}>
              {t("ui:close")}
            </Button>
          </div>
        </div>
      )}
      {/* It stays, hidden, so that it can be sent once more with another value. */}
      <div hidden={sending.data !== undefined}>
        <Form
          error={sending.error}
          fields={["timeout", "ttl"]}
          onSend={(value) => {
            if (chosen !== null) {
              sending.mutate({ ...chosen, timeout: value("timeout").trim(), ttl: value("ttl") });
            }
          }}
          buttons={<Buttons action={sending.isPending ? t("send.running") : t("send.action")} isRunning={sending.isPending || chosen === null} onCancel={onClose} />}
        >
          <ActionForm version={version} onChange={setChosen} isFocused />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="timeout" label={t("send.timeout")} hint={t("send.timeoutHint")} type="number" min={1} max={300} placeholder="30" />
            <Select name="ttl" label={t("send.ttl")} hint={t("send.ttlHint")} choices={waits.map((value) => ({ value, text: value === "" ? t("send.wait.none") : t(`send.wait.${value}`) }))} />
          </div>
        </Form>
      </div>
    </Dialog>
  );
}

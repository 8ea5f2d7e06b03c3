import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { languages } from "../i18n/languages";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Checkbox, TextArea } from "../ui/Select";
import { bodyOf, dayOf, textOfPlaces } from "./payload";

interface Props {
  /** That is changed; left out, a new one is made. */
  token?: Model<"Token">;
  /** What a new one begins with. */
  suggested?: { value: string; type: string | null };
  onClose: () => void;
  onDone?: (token: Model<"Token">) => void;
}

const types = ["ISO14443", "ISO15693", "eMAID", "EVCCID", "VIN", "MacAddress", "KeyCode", "Central", "Local", "DirectPayment"];
const names = ["value", "type", "group", "blocked", "expiresAt", "maxSessions", "allowed", "priority", "language", "personalMessage", "note", "alsoKnownAs"];

export function TokenForm({ token, suggested, onClose, onDone }: Props) {
  const { t } = useTranslation("tokens");
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Model<"TokenBody">) =>
      answered(
        token === undefined ? api.POST("/api/v1/tokens", { body }) : api.PATCH("/api/v1/tokens/{id}", { params: { path: { id: token.id } }, body }),
      ),
    onSuccess: async (saved) => {
      onClose();
      onDone?.(saved);
      await client.invalidateQueries({ queryKey: ["tokens"] });
    },
  });
  const text = { autoComplete: "off", spellCheck: false };
  return (
    <Dialog title={token === undefined ? t("newTitle") : t("change.title", { value: token.value })} onClose={onClose} isWide>
      <Form
        error={saving.error}
        fields={names}
        onSend={(value) => {
          saving.mutate(bodyOf(value));
        }}
        buttons={<Buttons action={t(token === undefined ? "make" : "change.action")} isRunning={saving.isPending} onCancel={onClose} />}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="value" label={t("value")} hint={t("valueHint")} defaultValue={token?.value ?? suggested?.value} required autoFocus {...text} className="font-mono" />
          <Field name="type" label={t("type")} hint={t("typeHint")} list="token-types" defaultValue={token?.type ?? suggested?.type ?? "ISO14443"} {...text} />
          <datalist id="token-types">
            {types.map((type) => <option key={type} value={type} />)}
          </datalist>
          <Field name="group" label={t("group")} hint={t("groupHint")} defaultValue={token?.group ?? ""} {...text} />
          <Field name="note" label={t("note")} hint={t("noteHint")} defaultValue={token?.note ?? ""} autoComplete="off" />
          <Field name="maxSessions" label={t("maxSessions")} hint={t("maxSessionsHint")} type="number" min={0} step={1} defaultValue={token?.maxSessions ?? 1} />
          <Field name="expiresAt" label={t("expiresAt")} hint={t("expiresAtHint")} type="date" defaultValue={dayOf(token?.expiresAt ?? null)} />
          <TextArea name="allowed" label={t("allowed")} hint={t("allowedHint")} rows={3} defaultValue={textOfPlaces(token?.allowed ?? [])} {...text} />
          <TextArea name="alsoKnownAs" label={t("alsoKnownAs")} hint={t("alsoKnownAsHint")} rows={3} defaultValue={token?.alsoKnownAs.join("\n") ?? ""} {...text} />
          <Field name="priority" label={t("priority")} hint={t("priorityHint")} type="number" min={-9} max={9} step={1} defaultValue={token?.priority ?? ""} />
          <Field name="language" label={t("language")} hint={t("languageHint")} list="token-languages" defaultValue={token?.language ?? ""} {...text} />
          <datalist id="token-languages">
            {Object.entries(languages).map(([tag, name]) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </datalist>
        </div>
        <Field name="personalMessage" label={t("personalMessage")} hint={t("personalMessageHint")} defaultValue={token?.personalMessage ?? ""} autoComplete="off" />
        <Checkbox name="blocked" label={t("standing.blocked")} hint={t("blockedHint")} defaultChecked={token?.blocked ?? false} />
      </Form>
    </Dialog>
  );
}

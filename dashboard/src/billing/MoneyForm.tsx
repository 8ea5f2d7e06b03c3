import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { amountOf } from "./payload";

interface Props {
  title: string;
  /** That it begins with. */
  currency?: string | undefined;
  /** @param key by which the server knows a second press of the button */
  post: (body: Model<"MoneyBody">, key: string) => Promise<unknown>;
  onClose: () => void;
}

/** Money that somebody has received, or paid out. */
export function MoneyForm({ title, currency, post, onClose }: Props) {
  const { t } = useTranslation("billing");
  const client = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const moving = useMutation({
    mutationFn: (body: Model<"MoneyBody">) => post(body, key),
    onSuccess: async () => {
      onClose();
      await Promise.all([client.invalidateQueries({ queryKey: ["accounts"] }), client.invalidateQueries({ queryKey: ["ledger"] })]);
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        error={moving.error}
        fields={["amount", "currency", "note"]}
        onSend={(value) => {
          moving.mutate({ amount: amountOf(value("amount")), currency: value("currency").trim().toUpperCase(), note: value("note").trim() || null });
        }}
        buttons={<Buttons action={t("post")} isRunning={moving.isPending} onCancel={onClose} />}
      >
        <Field name="amount" label={t("amount")} hint={t("amountHint")} inputMode="decimal" required autoFocus autoComplete="off" />
        <Field name="currency" label={t("currency")} defaultValue={currency} placeholder="EUR" maxLength={3} required autoComplete="off" />
        <Field name="note" label={t("note")} autoComplete="off" />
      </Form>
    </Dialog>
  );
}

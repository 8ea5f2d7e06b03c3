import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Parts } from "../ui/Parts";
import { TextArea } from "../ui/Select";
import { fieldsOf, fullOf, noFields, simpleOf, type SimpleFields } from "./draft";
import { Preview } from "./Preview";

interface Props {
  /** That is changed; left out, a new one is made. */
  tariff?: Model<"OperatorTariff">;
  onDone?: (tariff: Model<"OperatorTariff">) => void;
}

/** Whole hours and minutes of a time as the browser's own field has it, in the time zone of whoever looks. */
function localOf(instant: string | null | undefined): string {
  if (!instant) {
    return "";
  }
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const instantOf = (local: string) => (local === "" ? null : new Date(local).toISOString());

/** What a tariff says, in the simple form or the full one, beside what that makes of a session. */
export function Editor({ tariff, onDone }: Props) {
  const { t } = useTranslation("tariffs");
  const may = useMay();
  const client = useQueryClient();
  const [isFull, setFull] = useState(tariff !== undefined && !tariff.simple);
  const [simple, setSimple] = useState<SimpleFields>(tariff?.simple ? fieldsOf(tariff.simple) : { ...noFields, currency: tariff?.currency ?? noFields.currency });
  const [full, setFullText] = useState(() => JSON.stringify(tariff?.tariff ?? { currency: "EUR", elements: [] }, null, 2));
  const said = isFull ? { tariff: fullOf(full) } : { simple: simpleOf(simple) };
  const isReadable = (said.tariff ?? said.simple ?? null) !== null;
  const saving = useMutation({
    mutationFn: (body: Model<"TariffBody">) =>
      answered(
        tariff === undefined
          ? api.POST("/api/v1/tariffs", { body })
          : api.PUT("/api/v1/tariffs/{id}", { params: { path: { id: tariff.id } }, body }),
      ),
    onSuccess: async (saved) => {
      onDone?.(saved);
      await client.invalidateQueries({ queryKey: ["tariffs"] });
    },
  });
  const field = (name: keyof SimpleFields, label: string, hint?: string) => (
    <Field
      name={`simple.${name}`}
      label={label}
      hint={hint}
      inputMode={name === "currency" ? "text" : "decimal"}
      autoComplete="off"
      value={simple[name]}
      onChange={({ target }) => { setSimple({ ...simple, [name]: target.value }); }}
    />
  );
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card className="p-5">
        <Form
          error={saving.error}
          fields={["name", "note", "ocpiId", "validUntil", "tariff", ...Object.keys(noFields).map((name) => `simple.${name}`)]}
          onSend={(value) => {
            saving.mutate({
              name: value("name").trim(),
              note: value("note").trim() || null,
              ocpiId: value("ocpiId").trim() || null,
              ...(isFull ? { tariff: fullOf(full) } : { simple: simpleOf(simple), validFrom: instantOf(value("validFrom")), validUntil: instantOf(value("validUntil")) }),
            });
          }}
          buttons={
            may("tariff.write") && (
              <div className="flex flex-wrap items-center gap-3">
                <Button type="submit" look="primary" disabled={saving.isPending || !isReadable}>
                  {t(tariff === undefined ? "make" : "save")}
                </Button>
                {tariff !== undefined && <p className="text-sm text-muted">{t("saveMore")}</p>}
              </div>
            )
          }
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="name" label={t("name")} defaultValue={tariff?.name} required autoComplete="off" />
            <Field name="ocpiId" label={t("ocpiId")} hint={t("ocpiIdHint")} defaultValue={tariff?.ocpiId ?? ""} autoComplete="off" />
          </div>
          <Field name="note" label={t("note")} defaultValue={tariff?.note ?? ""} autoComplete="off" />
          <Parts
            label={t("form")}
            value={isFull ? "full" : "simple"}
            parts={[
              { value: "simple", text: t("simple") },
              { value: "full", text: t("full") },
            ]}
            onPick={(picked) => { setFull(picked === "full"); }}
          />
          {isFull ? (
            <TextArea
              name="tariff"
              label={t("full")}
              hint={t(isReadable ? "fullHint" : "noJson")}
              className="min-h-96 font-mono text-xs"
              spellCheck={false}
              value={full}
              onChange={({ target }) => { setFullText(target.value); }}
            />
          ) : (
            <>
              {tariff !== undefined && !tariff.simple && <p className="text-sm text-warn">{t("losesMore")}</p>}
              <div className="grid gap-4 sm:grid-cols-2">
                {field("currency", t("currency"))}
                {field("vat", t("vat"), t("vatHint"))}
                {field("perKwh", t("perKwh"))}
                {field("perHour", t("perHour"))}
                {field("perSession", t("perSession"))}
                {field("idlePerHour", t("idlePerHour"))}
                {field("idleGraceMinutes", t("grace"))}
              </div>
              <div className="grid gap-4 sm:grid-cols-2">
                <Field name="validFrom" label={t("validFrom")} type="datetime-local" defaultValue={localOf(tariff?.validFrom)} />
                <Field name="validUntil" label={t("validUntil")} type="datetime-local" defaultValue={localOf(tariff?.validUntil)} />
              </div>
            </>
          )}
        </Form>
      </Card>
      <Preview said={said} />
    </div>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { ApiError } from "../api/errors";
import { useFormat } from "../i18n/format";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { box } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { Status } from "../ui/Status";
import { faultyLines } from "./preview";
import { importTokens } from "./queries";

const COLUMNS = "value,type,group,blocked,expiresAt,maxSessions,allowed,priority,language,personalMessage,note,alsoKnownAs";

/** A table of tokens: first the server says what would be and what is wrong, line by line; then it is taken, all or nothing. */
export function ImportTokens({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("tokens");
  const client = useQueryClient();
  const [table, setTable] = useState("");
  const trying = useMutation({ mutationFn: () => importTokens(table, true) });
  const taking = useMutation({
    mutationFn: () => importTokens(table, false),
    onSuccess: async ({ created, changed }) => {
      notify("good", t("import.done", { created, changed }));
      onClose();
      await client.invalidateQueries({ queryKey: ["tokens"] });
    },
  });
  const write = (text: string) => {
    setTable(text);
    trying.reset();
    taking.reset();
  };
  const preview = trying.data;
  const faults = trying.error instanceof ApiError ? faultyLines(table, trying.error.problem.detail) : [];
  return (
    <Dialog title={t("import.title")} onClose={onClose} isWide>
      <Form
        error={taking.error ?? (faults.length > 0 ? null : trying.error)}
        fields={[]}
        onSend={() => {
          if (preview === undefined) {
            trying.mutate();
          } else {
            taking.mutate();
          }
        }}
        buttons={
          <Buttons
            action={preview === undefined ? t("import.look") : t("import.take", { count: preview.created + preview.changed })}
            isRunning={trying.isPending || taking.isPending || table.trim() === "" || (preview !== undefined && preview.rows.length === 0)}
            onCancel={onClose}
          />
        }
      >
        <p className="text-sm text-muted">{t("import.more")}</p>
        <code className="block font-mono text-xs break-all text-muted">{COLUMNS}</code>
        <label className="flex flex-col gap-1.5 text-sm font-medium">
          {t("import.file")}
          <input
            type="file"
            accept=".csv,text/csv,text/plain"
            className="text-sm font-normal file:mr-3 file:rounded-lg file:border file:border-line file:bg-surface file:px-3 file:py-1.5 file:text-ink"
            onChange={(event) => {
              void event.target.files?.[0]?.text().then(write);
            }}
          />
        </label>
        <textarea aria-label={t("import.table")} placeholder={t("import.table")} rows={6} spellCheck={false} value={table} onChange={(event) => { write(event.target.value); }} className={`${box} font-mono !text-xs`} />
        {faults.length > 0 && <Faults lines={faults} />}
        {preview !== undefined && <Preview preview={preview} />}
      </Form>
    </Dialog>
  );
}

function Faults({ lines }: { lines: ReturnType<typeof faultyLines> }) {
  const { t } = useTranslation("tokens");
  return (
    <div role="alert" className="flex flex-col gap-2">
      <p className="text-sm font-medium text-bad">
        {t("import.faults", { count: lines.length })} {t("import.mend")}
      </p>
      <ul className="max-h-64 divide-y divide-line overflow-auto rounded-lg border border-line text-sm">
        {lines.map(({ line, text, faults }) => (
          <li key={line} className="flex flex-col gap-0.5 px-3 py-2">
            <span className="font-mono text-xs break-all text-muted">
              {line}: {text}
            </span>
            {faults.map((fault) => (
              <span key={fault} className="text-bad">
                {fault}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Preview({ preview }: { preview: Model<"Imported"> }) {
  const { t } = useTranslation("tokens");
  const format = useFormat();
  const { created, changed, unchanged, rows, charging } = preview;
  return (
    <div role="status" className="flex flex-col gap-2 text-sm">
      <p className="font-medium">{t("import.preview", { created: format.count(created), changed: format.count(changed), unchanged: format.count(unchanged) })}</p>
      {rows.length > 0 && (
        <ul className="max-h-64 divide-y divide-line overflow-auto rounded-lg border border-line">
          {rows.slice(0, 500).map(({ where, value, outcome, fields }) => (
            <li key={where} className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5">
              <Status standing={outcome === "created" ? "good" : "info"}>{t(`import.outcome.${outcome}`)}</Status>
              <span className="font-mono text-xs">{value}</span>
              <span className="text-muted">{fields.join(", ")}</span>
            </li>
          ))}
        </ul>
      )}
      {charging.length > 0 && <p className="text-warn">{t("import.charging", { tokens: charging.map(({ token }) => token).join(", ") })}</p>}
    </div>
  );
}

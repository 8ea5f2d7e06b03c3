import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { box } from "../ui/Field";
import { isObject, type Fault, type Json, type Schema } from "./schema";
import { ObjectFields } from "./SchemaField";

interface Props {
  schema: Schema;
  value: Record<string, Json>;
  faults: Fault[];
  onChange: (value: Record<string, Json>) => void;
  /** What is written is no JSON object: nothing may be sent. */
  onUnreadable: (isUnreadable: boolean) => void;
}

/** A payload as a form, or as JSON: both are of the same value. */
export function PayloadEditor({ schema, value, faults, onChange, onUnreadable }: Props) {
  const { t } = useTranslation("commands");
  const id = useId();
  const [text, setText] = useState<string>(); // undefined: the form is shown
  const [isWrong, setWrong] = useState(false);
  const wrong = (is: boolean) => {
    setWrong(is);
    onUnreadable(is);
  };
  const write = (written: string) => {
    setText(written);
    try {
      const read = JSON.parse(written) as Json;
      wrong(!isObject(read));
      if (isObject(read)) {
        onChange(read);
      }
    } catch {
      wrong(true);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center justify-between">
        <span id={id} className="text-sm font-medium">
          {t("form.payload")}
        </span>
        <button
          type="button"
          aria-pressed={text !== undefined}
          disabled={isWrong}
          onClick={() => {
            setText(text === undefined ? JSON.stringify(value, null, 2) : undefined);
          }}
          className="rounded-md px-2 py-1 text-xs text-muted hover:bg-raised hover:text-ink disabled:opacity-55"
        >
          {text === undefined ? t("form.asJson") : t("form.asForm")}
        </button>
      </div>
      {text !== undefined ? (
        <>
          <textarea
            aria-labelledby={id}
            aria-invalid={isWrong}
            spellCheck={false}
            rows={Math.min(24, Math.max(6, text.split("\n").length + 1))}
            className={`${box} font-mono !text-xs`}
            value={text}
            onChange={(event) => {
              write(event.target.value);
            }}
          />
          {isWrong && <p className="text-xs text-bad">{t("form.noJson")}</p>}
          {!isWrong &&
            faults.slice(0, 5).map((fault) => (
              <p key={fault.path + fault.rule} className="text-xs text-bad">
                <code>{fault.path}</code> {t(`form.fault.${fault.rule}`, { allowed: fault.allowed })}
              </p>
            ))}
        </>
      ) : Object.keys(schema.properties ?? {}).length === 0 ? (
        <p className="text-sm text-muted">{t("form.nothing")}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <ObjectFields
            path=""
            schema={schema}
            definitions={schema.$defs ?? {}}
            value={value}
            faults={faults}
            onChange={(changed) => {
              onChange(changed as Record<string, Json>);
            }}
          />
        </div>
      )}
    </div>
  );
}

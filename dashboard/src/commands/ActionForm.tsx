import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Answer, Skeleton } from "../ui/Answer";
import { box } from "../ui/Field";
import { keptPayload } from "./kept";
import { PayloadEditor } from "./PayloadEditor";
import { actionsQuery, schemaQuery, type Version } from "./queries";
import { faults, initial, isObject, type Json, type Schema } from "./schema";

/** An action and its payload, as far as they can be sent. */
export interface Chosen {
  action: string;
  payload: Record<string, Json>;
}

interface Props {
  version: Version;
  /** What is to be sent; null: nothing can be yet. */
  onChange: (chosen: Chosen | null) => void;
  label?: string;
  isFocused?: boolean;
}

/** Which action of a version, and its payload. */
export function ActionForm({ version, onChange, label, isFocused = false }: Props) {
  const { t } = useTranslation("commands");
  const id = useId();
  const actions = useQuery(actionsQuery(version));
  const [action, setAction] = useState("");
  const schema = useQuery(schemaQuery(version, action));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          {label ?? t("action")}
        </label>
        <select
          id={id}
          autoFocus={isFocused}
          value={action}
          className={box}
          onChange={(event) => {
            setAction(event.target.value);
            onChange(null);
          }}
        >
          <option value="">{t("chooseAction")}</option>
          {actions.data?.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </div>
      {action !== "" && (
        <Answer of={schema} waiting={<Skeleton lines={3} />}>
          {(known) => <Payload key={action} version={version} action={action} schema={known} onChange={onChange} />}
        </Answer>
      )}
    </div>
  );
}

function Payload({ version, action, schema, onChange }: { version: Version; action: string; schema: Schema; onChange: (chosen: Chosen | null) => void }) {
  const definitions = schema.$defs ?? {};
  const [value, setValue] = useState<Record<string, Json>>(() => {
    const kept = keptPayload(version, action);
    const usual = initial(schema, definitions);
    return kept ?? (isObject(usual) ? usual : {});
  });
  const wrong = faults(value, schema, definitions);
  const tell = (payload: Record<string, Json>) => {
    onChange(faults(payload, schema, definitions).length === 0 ? { action, payload } : null);
  };
  const begin = useEffectEvent(() => {
    tell(value);
  });
  useEffect(() => {
    begin();
  }, []);
  return (
    <PayloadEditor
      schema={schema}
      value={value}
      faults={wrong}
      onChange={(changed) => {
        setValue(changed);
        tell(changed);
      }}
      onUnreadable={(isUnreadable) => {
        if (isUnreadable) {
          onChange(null);
        }
      }}
    />
  );
}

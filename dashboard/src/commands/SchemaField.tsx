import { Plus, X } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { box } from "../ui/Field";
import { addable, fromLocal, initial, inOrder, isObject, numberFrom, resolved, toLocal, type Definitions, type Fault, type Json, type Schema } from "./schema";

interface Props {
  name: string;
  path: string;
  schema: Schema;
  definitions: Definitions;
  value: Json;
  faults: Fault[];
  onChange: (value: Json) => void;
  /** Takes it out; absent: it has to be there. */
  onRemove?: () => void;
}

/** A place of a payload, drawn from its schema, with all that is below. */
export function SchemaField(props: Props) {
  const { schema, definitions, value } = props;
  const known = resolved(schema, definitions);
  if (known.type === "object" && known.properties !== undefined && isObject(value)) {
    return (
      <Group {...props}>
        <ObjectFields {...props} schema={known} value={value} />
      </Group>
    );
  }
  if (known.type === "array" && Array.isArray(value)) {
    return (
      <Group {...props}>
        <ArrayFields {...props} schema={known} value={value} />
      </Group>
    );
  }
  return <ValueField {...props} schema={known} />;
}

function Group({ name, path, faults, onRemove, children }: Props & { children: ReactNode }) {
  const own = faults.find((fault) => fault.path === path);
  return (
    <fieldset className="min-w-0 border-l-2 border-line pl-3.5">
      <legend className="float-left mb-2 flex w-full items-center justify-between gap-2 text-sm font-medium">
        <span className="font-mono text-xs">{name}</span>
        {onRemove && <RemoveButton name={name} onRemove={onRemove} />}
      </legend>
      <div className="clear-both flex flex-col gap-3">
        {children}
        {own && <FaultText of={own} />}
      </div>
    </fieldset>
  );
}

/** The properties of an object that are there, and what may be added. */
export function ObjectFields({ path, schema, definitions, value, faults, onChange }: Omit<Props, "value" | "name" | "onRemove"> & { value: Record<string, Json> }) {
  const { t } = useTranslation("commands");
  const more = addable(schema, value);
  const required = schema.required ?? [];
  return (
    <>
      {Object.entries(value).map(([name, each]) => (
        <SchemaField
          key={name}
          name={name}
          path={path === "" ? name : `${path}.${name}`}
          schema={schema.properties?.[name] ?? {}}
          definitions={definitions}
          value={each}
          faults={faults}
          onChange={(changed) => {
            onChange({ ...value, [name]: changed });
          }}
          {...(!required.includes(name) && {
            onRemove: () => {
              onChange(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)));
            },
          })}
        />
      ))}
      {more.length > 0 && (
        <select
          aria-label={t("form.addTo", { path: path === "" ? t("form.payload") : path })}
          value=""
          onChange={(event) => {
            const name = event.target.value;
            onChange(inOrder(schema, { ...value, [name]: initial(schema.properties?.[name] ?? {}, definitions) }));
          }}
          className="self-start rounded-lg border border-dashed border-line bg-surface px-2.5 py-1 text-xs text-muted"
        >
          <option value="">{t("form.add")}</option>
          {more.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </>
  );
}

function ArrayFields({ name, path, schema, definitions, value, faults, onChange }: Omit<Props, "value" | "onRemove"> & { value: Json[] }) {
  const { t } = useTranslation("commands");
  const { items = {}, minItems = 0, maxItems = Infinity } = schema;
  return (
    <>
      {value.map((each, index) => (
        <SchemaField
          // Items have nothing of their own by which they could be told apart.
          key={index}
          name={`${name} ${index + 1}`}
          path={`${path}[${index}]`}
          schema={items}
          definitions={definitions}
          value={each}
          faults={faults}
          onChange={(changed) => {
            onChange(value.with(index, changed));
          }}
          {...(value.length > minItems && {
            onRemove: () => {
              onChange(value.toSpliced(index, 1));
            },
          })}
        />
      ))}
      {value.length < maxItems && (
        <button
          type="button"
          onClick={() => {
            onChange([...value, initial(items, definitions)]);
          }}
          className="inline-flex items-center gap-1.5 self-start rounded-lg border border-dashed border-line px-2.5 py-1 text-xs text-muted hover:text-ink"
        >
          <Plus className="size-3.5" aria-hidden="true" />
          {t("form.addItem", { name })}
        </button>
      )}
    </>
  );
}

function ValueField({ name, path, schema, value, faults, onChange, onRemove }: Props) {
  const id = useId();
  const own = faults.find((fault) => fault.path === path);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <label htmlFor={id} className="font-mono text-xs font-medium">
          {name}
        </label>
        {onRemove && <RemoveButton name={name} onRemove={onRemove} />}
      </div>
      <Input id={id} schema={schema} value={value} isWrong={own !== undefined} onChange={onChange} />
      {own && <FaultText of={own} />}
    </div>
  );
}

function Input({ id, schema, value, isWrong, onChange }: { id: string; schema: Schema; value: Json; isWrong: boolean; onChange: (value: Json) => void }) {
  const { t } = useTranslation("commands");
  const given = { id, "aria-invalid": isWrong, className: box };
  const text = typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
  if (schema.enum !== undefined) {
    return (
      <select {...given} value={text} onChange={(event) => { onChange(event.target.value); }}>
        {schema.enum.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    );
  }
  switch (schema.type) {
    case "boolean":
      return (
        <select {...given} value={text} onChange={(event) => { onChange(event.target.value === "true"); }}>
          <option value="true">{t("form.true")}</option>
          <option value="false">{t("form.false")}</option>
        </select>
      );
    case "integer":
    case "number":
      return (
        <input {...given} type="text" inputMode={schema.type === "integer" ? "numeric" : "decimal"} value={text} onChange={(event) => { onChange(numberFrom(event.target.value)); }} />
      );
    case "string":
      return schema.format === "date-time" ? (
        <input {...given} type="datetime-local" step={1} value={toLocal(text)} onChange={(event) => { onChange(fromLocal(event.target.value)); }} />
      ) : (
        <input {...given} type="text" spellCheck={false} autoComplete="off" maxLength={schema.maxLength} value={text} onChange={(event) => { onChange(event.target.value); }} />
      );
    default:
      return <textarea {...given} className={`${box} font-mono`} rows={2} value={text} onChange={(event) => { onChange(anything(event.target.value)); }} />;
  }
}

/** Where the schema allows anything: JSON if it reads as such, else a text. */
function anything(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("commands");
  return (
    <button type="button" aria-label={t("form.remove", { name })} title={t("form.remove", { name })} onClick={onRemove} className="rounded p-0.5 text-muted hover:bg-raised hover:text-ink">
      <X className="size-3.5" aria-hidden="true" />
    </button>
  );
}

function FaultText({ of }: { of: Fault }) {
  const { t } = useTranslation("commands");
  return <p className="text-xs text-bad">{t(`form.fault.${of.rule}`, { allowed: of.allowed })}</p>;
}

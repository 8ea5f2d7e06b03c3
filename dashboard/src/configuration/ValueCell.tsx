import { Pencil, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { standings } from "../ui/Status";
import { choicesOf, isHidden, standingOf } from "./values";

interface Props {
  value: Model<"ConfigurationValue">;
  /** What somebody has written instead; undefined: nothing. */
  edit: string | undefined;
  mayEdit: boolean;
  onEdit: (value: Model<"ConfigurationValue">, text: string | null) => void;
}

/** A value as it is, or the place to write another one. */
export function ValueCell({ value, edit, mayEdit, onEdit }: Props) {
  const { t } = useTranslation("configuration");
  if (edit !== undefined) {
    return <Editing value={value} edit={edit} onEdit={onEdit} />;
  }
  const shown = <Shown value={value} />;
  return mayEdit ? (
    <button
      type="button"
      onClick={() => {
        onEdit(value, isHidden(value) ? "" : (value.value ?? ""));
      }}
      className="group flex max-w-full items-center gap-2 rounded px-1.5 py-1 -outline-offset-2 hover:bg-raised"
    >
      {shown}
      <span className="sr-only">{t("change", { name: value.name })}</span>
      <Pencil className="size-3.5 shrink-0 text-muted opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100" aria-hidden="true" />
    </button>
  ) : (
    <span className="flex max-w-full items-center gap-2 px-1.5">{shown}</span>
  );
}

function Shown({ value }: { value: Model<"ConfigurationValue"> }) {
  const { t } = useTranslation("configuration");
  const text = isHidden(value) ? t("hidden") : value.value === undefined || value.value === "" ? t("empty") : value.value;
  const isPlain = !isHidden(value) && value.value !== undefined && value.value !== "";
  return (
    <>
      <span title={text} className={`truncate ${isPlain ? "" : "text-muted italic"}`}>
        {text}
        {isPlain && value.unit !== undefined && <span className="text-muted">{`\u00a0${value.unit}`}</span>}
      </span>
      <Sign value={value} />
    </>
  );
}

/** On narrow pages, where no column says it: something else is pending, or was refused. */
function Sign({ value: { rebootPending, lastWrite } }: { value: Model<"ConfigurationValue"> }) {
  if (lastWrite === undefined) {
    return null;
  }
  const standing = rebootPending ? "waiting" : standingOf(lastWrite.result);
  if (standing === "good" || (standing === "waiting" && !rebootPending)) {
    return null;
  }
  const { icon: Icon, look } = standings[standing];
  return <Icon className={`size-3.5 shrink-0 md:hidden ${look}`} aria-hidden="true" />;
}

function Editing({ value, edit, onEdit }: { value: Model<"ConfigurationValue">; edit: string; onEdit: Props["onEdit"] }) {
  const { t } = useTranslation("configuration");
  const choices = choicesOf(value);
  const shared = {
    "aria-label": value.name,
    value: edit,
    className: "w-full min-w-0 rounded-md border border-accent bg-ground px-2 py-1 text-sm -outline-offset-2",
  };
  return (
    <span className="flex items-center gap-1">
      {choices === null ? (
        <input
          {...shared}
          autoFocus
          type={isHidden(value) ? "password" : "text"}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onEdit(value, event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              onEdit(value, null);
            }
          }}
        />
      ) : (
        <select
          {...shared}
          autoFocus
          onChange={(event) => {
            onEdit(value, event.target.value);
          }}
        >
          {[...new Set([...choices, edit])].map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )}
      <button
        type="button"
        aria-label={`${t("discard")} ${value.name}`}
        className="rounded p-1 text-muted -outline-offset-2 hover:text-ink"
        onClick={() => {
          onEdit(value, null);
        }}
      >
        <X className="size-4" aria-hidden="true" />
      </button>
    </span>
  );
}

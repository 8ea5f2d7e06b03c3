import { useId, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import { box, Labelled } from "./Field";

export interface Choice {
  value: string;
  text: string;
}

interface Props extends SelectHTMLAttributes<HTMLSelectElement> {
  name: string;
  label: string;
  hint?: ReactNode;
  choices: Choice[];
}

/** One of several, within a {@link Form}. */
export function Select({ name, label, hint, choices, ...select }: Props) {
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(ids) => (
        <select name={name} className={box} {...ids} {...select}>
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** One of several by which a list is narrowed down: no form around, its name is read out only. */
export function Narrow({ label, value, choices, onPick }: { label: string; value: string; choices: Choice[]; onPick: (value: string) => void }) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        onPick(event.target.value);
      }}
      className="rounded-lg border border-line bg-surface px-2.5 py-1.5 text-sm"
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  );
}

interface TextProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  name: string;
  label: string;
  hint?: ReactNode;
}

/** Several lines to write in, within a {@link Form}. */
export function TextArea({ name, label, hint, className = "", ...area }: TextProps) {
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(ids) => <textarea name={name} className={`${box} ${className}`} {...ids} {...area} />}
    </Labelled>
  );
}

/** Yes or no, within a {@link Form}: its value is `on` or left out. */
export function Checkbox({ name, label, hint, defaultChecked = false }: { name: string; label: string; hint?: string; defaultChecked?: boolean }) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input id={id} type="checkbox" name={name} defaultChecked={defaultChecked} className="mt-0.5 size-4 accent-[var(--accent)]" />
      <label htmlFor={id} className="text-sm">
        {label}
        {hint !== undefined && <span className="block text-muted">{hint}</span>}
      </label>
    </div>
  );
}

import { useId, type InputHTMLAttributes, type ReactNode } from "react";
import { useSaid } from "./Form";

/** How a place to write in looks. */
export const box =
  "w-full min-w-0 rounded-lg border border-line bg-ground px-3 py-2 text-base placeholder:text-muted/70 aria-invalid:border-bad sm:text-sm";

/** What a label, its hint, and what the server said about it share. */
export function Labelled(props: {
  name: string;
  label: string;
  hint?: ReactNode;
  children: (ids: { id: string; "aria-describedby": string; "aria-invalid": boolean }) => ReactNode;
}) {
  const id = useId();
  const said = useSaid(props.name);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {props.label}
      </label>
      {props.children({ id, "aria-describedby": `${id}-more`, "aria-invalid": said !== null })}
      <p id={`${id}-more`} className={`text-sm empty:hidden ${said === null ? "text-muted" : "text-bad"}`}>
        {said === null ? props.hint : <span role="alert">{said}</span>}
      </p>
    </div>
  );
}

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint?: ReactNode;
}

/** One line to write in, within a {@link Form}. */
export function Field({ name, label, hint, className = "", ...input }: Props) {
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(ids) => <input name={name} className={`${box} ${className}`} {...ids} {...input} />}
    </Labelled>
  );
}

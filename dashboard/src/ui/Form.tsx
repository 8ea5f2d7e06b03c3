import { createContext, use, type ReactNode } from "react";
import { ApiError, type Problem } from "../api/errors";

/** What the server said to the form around, for its fields. */
const SaidContext = createContext<Problem | null>(null);

/** What the server said to the field of that name, or null. */
export function useSaid(name: string): string | null {
  const problem = use(SaidContext);
  return problem?.field === name ? problem.detail : null;
}

interface Props {
  /** Why it was not taken the last time. */
  error: Error | null;
  /** Names of its fields: what is said to one of them stands there, anything else above the buttons. */
  fields: string[];
  /** @param value of a field, by its name */
  onSend: (value: (name: string) => string) => void;
  buttons: ReactNode;
  children?: ReactNode;
}

/** Fields and what the server says to them. */
export function Form({ error, fields, onSend, buttons, children }: Props) {
  const problem = error instanceof ApiError ? error.problem : null;
  const isOfField = problem?.field != null && fields.includes(problem.field);
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        onSend((name) => {
          const value = given.get(name);
          return typeof value === "string" ? value : "";
        });
      }}
    >
      <SaidContext value={problem}>{children}</SaidContext>
      {error !== null && !isOfField && (
        <p role="alert" className="rounded-lg bg-bad-soft px-3.5 py-2.5 text-sm text-bad">
          {error.message}
        </p>
      )}
      {buttons}
    </form>
  );
}

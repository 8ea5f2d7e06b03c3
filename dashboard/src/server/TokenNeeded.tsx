import { KeyRound } from "lucide-react";
import { Card } from "../ui/Card";

/** From elsewhere the API asks for its token; the browser itself has the dialogue for it. */
export function TokenNeeded({ isAsking, onAsk }: { isAsking: boolean; onAsk: () => void }) {
  return (
    <Card className="flex flex-col gap-4 p-6 sm:flex-row sm:items-center">
      <KeyRound className="size-5 shrink-0 text-muted" aria-hidden="true" />
      <p className="flex-1 text-sm text-muted">
        Everything else needs the API token. Sign in with any user name, and the token as the password; the server says
        at its start where the token is.
      </p>
      <button
        type="button"
        disabled={isAsking}
        onClick={onAsk}
        className="rounded-lg bg-accent px-4 py-2 text-sm font-medium text-on-accent hover:opacity-90 disabled:opacity-60"
      >
        Sign in
      </button>
    </Card>
  );
}

import { Link } from "@tanstack/react-router";
import { useTitle } from "../ui/useTitle";

/** The server answers every address that may be a page of ours; this is what stands where none is. */
export function NotFound() {
  useTitle("No such page");
  return (
    <div className="mx-auto flex max-w-5xl flex-col items-start gap-4 px-5 py-16 sm:px-8">
      <h1 className="text-2xl font-semibold tracking-tight">There is no page at this address</h1>
      <p className="text-muted">
        <code className="rounded-md bg-raised px-1.5 py-0.5 text-[0.9em] break-all">{window.location.pathname}</code> is
        none of the dashboard&apos;s. It may be mistyped, or of another version.
      </p>
      <Link to="/" className="rounded-lg bg-accent px-4 py-2 text-sm font-medium text-on-accent hover:opacity-90">
        To the first page
      </Link>
    </div>
  );
}

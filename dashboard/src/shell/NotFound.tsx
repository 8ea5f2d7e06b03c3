import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTitle } from "../ui/useTitle";

/** The server answers every address that may be a page of ours; this is what stands where none is. */
export function NotFound() {
  const { t } = useTranslation("shell");
  useTitle(t("noPage"));
  return (
    <div className="mx-auto flex max-w-5xl flex-col items-start gap-4 px-5 py-16 sm:px-8">
      <h1 className="text-2xl font-semibold tracking-tight">{t("noPageTitle")}</h1>
      <p className="text-muted">
        <code className="rounded-md bg-raised px-1.5 py-0.5 text-[0.9em] break-all">{window.location.pathname}</code>
        <span className="block">{t("noPageMore")}</span>
      </p>
      <Link to="/" className="rounded-lg bg-accent px-4 py-2 text-sm font-medium text-on-accent hover:opacity-90">
        {t("toFirstPage")}
      </Link>
    </div>
  );
}

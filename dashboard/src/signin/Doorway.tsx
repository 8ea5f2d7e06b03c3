import { Languages } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { changeLanguage } from "../i18n/i18n";
import { languages, type Language } from "../i18n/languages";
import { Mark } from "../shell/Mark";
import { Card } from "../ui/Card";
import { useTitle } from "../ui/useTitle";

/** What is around a page for whoever is not signed in. */
export function Doorway({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  useTitle(title);
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[max(2rem,14vh)] pb-8">
      <div className="flex w-full max-w-sm flex-col gap-6">
        <p className="flex items-center gap-3 px-1">
          <Mark />
          <span className="text-base font-semibold tracking-tight">Ohmstead</span>
          <span className="ml-auto min-w-0 truncate text-sm text-muted">{window.location.host}</span>
        </p>
        <Card className="flex flex-col gap-5 p-6">
          <div>
            <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
            {about && <div className="mt-1.5 text-sm text-muted">{about}</div>}
          </div>
          {children}
        </Card>
        <LanguageChoice />
      </div>
    </main>
  );
}

function LanguageChoice() {
  const { t, i18n } = useTranslation("signin");
  return (
    <label className="flex items-center gap-2 self-center text-sm text-muted">
      <Languages className="size-4" aria-hidden="true" />
      <span className="sr-only">{t("language")}</span>
      <select
        value={i18n.language}
        onChange={(event) => {
          void changeLanguage(event.target.value as Language);
        }}
        className="rounded-lg border border-line bg-surface px-2 py-1 text-sm text-ink"
      >
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

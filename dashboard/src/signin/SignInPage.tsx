import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Doorway } from "./Doorway";
import { optionsQuery } from "./options";
import { setupQuery } from "./setup";
import { SignInForm } from "./SignInForm";

interface Props {
  /** Where to go then. */
  to: string;
  /** The word of what failed at the identity provider. */
  failed?: string | undefined;
}

export function SignInPage({ to, failed }: Props) {
  const { t } = useTranslation("signin");
  const options = useQuery(optionsQuery(failed)).data;
  // Where there is no owner yet, nobody can sign in.
  if (useQuery(setupQuery).data?.needed) {
    return <Navigate to="/setup" replace />;
  }
  return (
    <Doorway title={t("signIn")}>
      {options?.failure && <p role="alert" className="text-sm text-bad">{options.failure}</p>}
      {options?.provider && (
        <a
          href={`${options.provider.url}?to=${encodeURIComponent(to)}`}
          className="rounded-lg border border-line bg-surface px-3.5 py-2 text-center text-sm font-medium text-ink transition-colors hover:bg-raised"
        >
          {t("signInWith", { provider: options.provider.name })}
        </a>
      )}
      <SignInForm to={to} />
      <p className="border-t border-line pt-4 text-sm text-muted">
        {t("lost")}
      </p>
    </Doorway>
  );
}

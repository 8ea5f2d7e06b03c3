import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors";
import { Refused } from "../ui/Refused";
import { useTitle } from "../ui/useTitle";
import { Facts } from "./Facts";
import { HealthCard } from "./HealthCard";
import { Interfaces } from "./Interfaces";
import { healthQuery, statusQuery, tlsQuery } from "./queries";
import { TlsSection } from "./TlsSection";

/** What the server is, and whether it is well: live. */
export function ServerPage() {
  const { t } = useTranslation("server");
  useTitle(t("navigation"));
  const health = useQuery(healthQuery);
  const status = useQuery(statusQuery);
  const tls = useQuery(tlsQuery);
  const seen = status.data && { status: status.data, at: status.dataUpdatedAt, isOld: status.error !== null };
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6 px-5 py-8 sm:px-8 sm:py-10">
      <div className="flex items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight">{t("navigation")}</h1>
          <p className="mt-1 truncate text-sm text-muted">{window.location.host}</p>
        </div>
        {health.isSuccess && (
          <p className="flex items-center gap-2 text-sm text-muted">
            <span className="size-2 rounded-full bg-accent motion-safe:animate-pulse" aria-hidden="true" />
            {t("live")}
          </p>
        )}
      </div>
      <HealthCard health={health} seen={seen} isAwaited={status.isPending} />
      {status.error instanceof ApiError && <Refused problem={status.error.problem} />}
      {(seen ?? status.error === null) && <Facts seen={seen} />}
      <TlsSection tls={tls} />
      <Interfaces />
    </div>
  );
}

import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import type { standing } from "./standing";

interface Props {
  apiKey: Model<"ApiKey">;
  standing: ReturnType<typeof standing>;
  onRevoke: () => void;
}

export function ApiKeyRow({ apiKey: key, standing, onRevoke }: Props) {
  const { t } = useTranslation("keys");
  const may = useMay();
  const facts = useFacts(key);
  const beginning = `omk_${key.prefix}_…`; // the rest of it is nowhere
  const counts = standing === "counts";
  return (
    <li className="flex items-start gap-4 px-5 py-4 text-sm sm:px-6">
      <div className={`min-w-0 flex-1 ${counts ? "" : "text-muted"}`}>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium break-words">{key.name}</span>
          <code className="font-mono text-xs text-muted">{beginning}</code>
          {standing === "revoked" && <Badge look="bad">{t("standing.revoked")}</Badge>}
          {standing === "expired" && <Badge look="warn">{t("standing.expired")}</Badge>}
        </p>
        <p className="mt-1 break-words text-muted">{key.permissions.join(", ")}</p>
        <p className="mt-1 text-muted">{facts.join(" · ")}</p>
      </div>
      {counts && may("api-key.write") && (
        <Button aria-label={t("revoke.title", { name: key.name })} onClick={onRevoke}>
          {t("revoke.open")}
        </Button>
      )}
    </li>
  );
}

function useFacts(key: Model<"ApiKey">): string[] {
  const { t } = useTranslation("keys");
  const format = useFormat();
  return [
    t("made", { time: format.moment(key.createdAt), by: key.createdBy.replace(/^user:/, "") }),
    key.usedAt === null
      ? t("neverUsed")
      : key.usedFrom === null
        ? t("used", { time: format.moment(key.usedAt) })
        : t("usedFrom", { time: format.moment(key.usedAt), from: key.usedFrom }),
    ...(key.networks === "" ? [] : [t("onlyFrom", { networks: key.networks })]),
    ...(key.stationGroups.length === 0 ? [] : [t("onlyGroups", { groups: key.stationGroups.join(", ") })]),
    key.revokedAt !== null
      ? t("revokedAt", { time: format.moment(key.revokedAt) })
      : key.expiresAt === null
        ? t("forEver")
        : t("until", { time: format.moment(key.expiresAt) }),
  ];
}

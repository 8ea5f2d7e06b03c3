import type { Model } from "../api/client";
import { useMay } from "../signin/me";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { moment } from "../ui/moment";
import type { standing } from "./standing";

interface Props {
  apiKey: Model<"ApiKey">;
  standing: ReturnType<typeof standing>;
  onRevoke: () => void;
}

export function ApiKeyRow({ apiKey: key, standing, onRevoke }: Props) {
  const may = useMay();
  const counts = standing === "counts";
  return (
    <li className="flex items-start gap-4 px-5 py-4 text-sm sm:px-6">
      <div className={`min-w-0 flex-1 ${counts ? "" : "text-muted"}`}>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium break-words">{key.name}</span>
          <code className="font-mono text-xs text-muted">omk_{key.prefix}_…</code>
          {standing === "revoked" && <Badge look="bad">Revoked</Badge>}
          {standing === "expired" && <Badge look="warn">Expired</Badge>}
        </p>
        <p className="mt-1 break-words text-muted">{key.permissions.join(", ")}</p>
        <p className="mt-1 text-muted">{facts(key).join(" · ")}</p>
      </div>
      {counts && may("api-key.write") && (
        <Button aria-label={`Revoke ${key.name}`} onClick={onRevoke}>
          Revoke …
        </Button>
      )}
    </li>
  );
}

function facts(key: Model<"ApiKey">): string[] {
  return [
    `Made ${moment(key.createdAt)} by ${key.createdBy.replace(/^user:/, "")}`,
    key.usedAt === null ? "never used" : `used ${moment(key.usedAt)}${key.usedFrom === null ? "" : ` from ${key.usedFrom}`}`,
    ...(key.networks === "" ? [] : [`only from ${key.networks}`]),
    ...(key.stationGroups.length === 0 ? [] : [`station groups ${key.stationGroups.join(", ")} only`]),
    key.revokedAt !== null
      ? `revoked ${moment(key.revokedAt)}`
      : key.expiresAt === null
        ? "for ever"
        : `until ${moment(key.expiresAt)}`,
  ];
}

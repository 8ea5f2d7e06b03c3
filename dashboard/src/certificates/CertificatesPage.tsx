import { useInfiniteQuery } from "@tanstack/react-query";
import { BadgePlus, RefreshCw, ShieldQuestion } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { StationPage } from "../stations/StationPage";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import { useNow } from "../ui/useNow";
import { useStation } from "../stations/useStation";
import { useVerb } from "../verbs/useVerb";
import { Install } from "./Install";
import { certificatesQuery } from "./queries";
import { namedUses } from "./uses";
import { validityOf } from "./validity";

type Certificate = Model<"StationCertificate">;

/** The certificates that a station trusts. */
export function CertificatesPage() {
  const station = useStation();
  const { t } = useTranslation("certificates");
  const may = useMay();
  const certificates = useInfiniteQuery(certificatesQuery(station));
  const [task, setTask] = useState<"install" | Certificate>();
  const stale = [["certificates", station]];
  const asking = useVerb(async () => {
    const result = await answered(api.POST("/api/v1/stations/{station}/certificates/refresh", { params: { path: { station } } }));
    // That it has none, of one use or of all, is an answer as good as any.
    return result.status === "NotFound" ? { ...result, status: "Accepted" } : result;
  }, stale);
  const deleting = useVerb(
    (id: number) => answered(api.DELETE("/api/v1/stations/{station}/certificates/{id}", { params: { path: { station, id } } })),
    stale,
    true,
  );
  const listedAt = certificates.data?.pages[0]?.listedAt;
  const close = () => {
    setTask(undefined);
  };
  const columns = useColumns(may("certificate.write") ? setTask : undefined);
  return (
    <StationPage station={station}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {may("certificate.write") && (
          <div className="flex flex-wrap gap-2">
            <Button
              look="primary"
              onClick={() => {
                setTask("install");
              }}
            >
              <BadgePlus className="size-4" aria-hidden="true" />
              {t("install")}
            </Button>
            <Button
              disabled={asking.isPending}
              onClick={() => {
                asking.mutate();
              }}
            >
              <RefreshCw className={`size-4 ${asking.isPending ? "motion-safe:animate-spin" : ""}`} aria-hidden="true" />
              {t("verbs:ask")}
            </Button>
          </div>
        )}
        <p className="text-sm text-muted">
          {t("listed")} {listedAt == null ? t("neverListed") : <Ago at={listedAt} />}
        </p>
      </div>
      <List
        of={certificates}
        label={t("tab")}
        rowKey={({ id }) => String(id)}
        columns={columns}
        nothing={
          <Nothing icon={ShieldQuestion} title={t("nothing")}>
            {t("nothingMore")}
          </Nothing>
        }
      />
      {task === "install" && <Install station={station} onClose={close} />}
      {typeof task === "object" && (
        <Confirm title={t("delete")} action={t("delete")} isDanger run={() => deleting.mutateAsync(task.id)} onClose={close}>
          {t("deleteMore")}
        </Confirm>
      )}
    </StationPage>
  );
}

/** @param onDelete left out: whoever looks may not */
function useColumns(onDelete: ((certificate: Certificate) => void) | undefined) {
  const { t } = useTranslation("certificates");
  const format = useFormat();
  return [
    {
      id: "subject",
      title: t("subject"),
      width: "1.6fr",
      cell: ({ subject, issuer }: Certificate) =>
        subject === undefined ? (
          <span className="text-muted italic">{t("unknownSubject")}</span>
        ) : (
          <span title={`${subject}\n${t("issuer")}: ${issuer ?? ""}`}>{subject}</span>
        ),
    },
    { id: "use", title: t("useTitle"), cell: ({ use }: Certificate) => <span title={use}>{namedUses.has(use) ? t(`use.${use}`) : use}</span> },
    { id: "validity", title: t("verbs:state"), width: "8.5rem", from: "sm" as const, cell: ({ validUntil }: Certificate) => <Validity until={validUntil} /> },
    { id: "until", title: t("validUntil"), width: "8rem", from: "md" as const, cell: ({ validUntil }: Certificate) => format.date(validUntil) },
    {
      id: "serial",
      title: t("serial"),
      from: "lg" as const,
      cell: ({ hashes }: Certificate) => <code className="text-xs text-muted">{hashes.serialNumber}</code>,
    },
    { id: "by", title: t("verbs:by"), from: "lg" as const, cell: ({ installedBy }: Certificate) => installedBy ?? format.none },
    {
      id: "more",
      title: "",
      width: "2.25rem",
      cell: (certificate: Certificate) =>
        onDelete && (
          <RowMenu label={t("verbs:more", { what: certificate.subject ?? certificate.hashes.serialNumber })}>
            <MenuItem
              isDanger
              onPick={() => {
                onDelete(certificate);
              }}
            >
              {t("delete")}
            </MenuItem>
          </RowMenu>
        ),
    },
  ];
}

function Validity({ until }: { until: string | undefined }) {
  const { t } = useTranslation("certificates");
  const validity = validityOf(until, useNow());
  if (validity === null) {
    return null;
  }
  const words = { expired: t("expired"), expiresSoon: t("expiresSoon"), valid: t("valid") };
  return <Status standing={validity.standing}>{words[validity.key]}</Status>;
}

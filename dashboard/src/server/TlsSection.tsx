import type { UseQueryResult } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { download } from "../ui/download";
import { Section } from "../ui/Section";
import { Status } from "../ui/Status";
import { useNow } from "../ui/useNow";
import { Waiting } from "../ui/Waiting";
import { holds } from "./holds";

/** Which certificates stations and browsers are shown, and until when they hold. */
export function TlsSection({ tls }: { tls: UseQueryResult<Model<"ServerTls">> }) {
  const { t } = useTranslation("server");
  if (tls.data === undefined) {
    return tls.error === null ? (
      <Section title={t("tls.title")} about="">
        <Waiting className="w-40" />
      </Section>
    ) : null; // who may not see it, or has an older server
  }
  return (
    <Section title={t("tls.title")} about={<About tls={tls.data} />}>
      {tls.data.certificates.length === 0 && <p className="text-sm text-muted">{t("tls.off")}</p>}
      {tls.data.error && (
        <div className="mb-4 rounded-xl bg-warn-soft px-4 py-3 text-sm">
          <p className="font-medium">{t("tls.error")}</p>
          <p className="mt-1 break-words text-muted">{tls.data.error}</p>
        </div>
      )}
      <ul className="divide-y divide-line">
        {tls.data.certificates.map((certificate) => (
          <Certificate key={certificate.fingerprint} certificate={certificate} />
        ))}
      </ul>
      {tls.data.rootPem && <Root pem={tls.data.rootPem} />}
    </Section>
  );
}

function About({ tls }: { tls: Model<"ServerTls"> }) {
  const { t } = useTranslation("server");
  return (
    <>
      {tls.port && <p>{t("tls.port", { port: String(tls.port) })}</p>}
      {tls.legacyPort && <p>{t("tls.legacyPort", { port: String(tls.legacyPort) })}</p>}
      {tls.origin && <p>{t(`tls.origin.${tls.origin}`)}</p>}
    </>
  );
}

function Certificate({ certificate }: { certificate: Model<"ServerCertificate"> }) {
  const { t } = useTranslation("server");
  const format = useFormat();
  const now = useNow();
  const { standing, key } = holds(certificate.notAfter, now);
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3 text-sm first:pt-0">
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words">{certificate.subject}</span>
        <span className="block break-words text-muted">{certificate.names.join(", ")}</span>
      </span>
      <span className="text-muted">{`${certificate.algorithm} ${String(certificate.bits)}`}</span>
      <span className="text-right">
        <Status standing={standing}>{t(`tls.${key}`)}</Status>
        <span className="block text-muted">{t("tls.until", { time: format.date(certificate.notAfter) })}</span>
      </span>
    </li>
  );
}

function Root({ pem }: { pem: string }) {
  const { t } = useTranslation("server");
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-4 border-t border-line pt-4">
      <p className="text-sm text-muted">{t("tls.rootMore")}</p>
      <Button
        onClick={() => {
          download("ohmstead-root.pem", "application/x-pem-file", pem);
        }}
      >
        <Download className="size-4" aria-hidden="true" />
        {t("tls.root")}
      </Button>
    </div>
  );
}

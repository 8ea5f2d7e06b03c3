import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { Section } from "../ui/Section";
import { useNow } from "../ui/useNow";
import { AddRoot } from "./AddRoot";
import { rootsQuery } from "./queries";

/** The authorities that are trusted to vouch for contracts and vehicles. */
export function Roots() {
  const { t } = useTranslation("plugandcharge");
  const may = useMay();
  const roots = useQuery(rootsQuery);
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Model<"ContractRoot">>();
  return (
    <Section title={t("roots.title")} about={t("roots.about")}>
      <div className="flex flex-col gap-4">
        {roots.data?.length === 0 && <p className="text-sm text-muted">{t("roots.nothing")}</p>}
        <ul className="divide-y divide-line">
          {roots.data?.map((root) => (
            <RootRow
              key={root.id}
              root={root}
              onRemove={() => {
                setLeaving(root);
              }}
            />
          ))}
        </ul>
        {may("contract.write") && (
          <Button
            className="self-start"
            onClick={() => {
              setAdding(true);
            }}
          >
            <Plus className="size-4" aria-hidden="true" />
            {t("roots.add")}
          </Button>
        )}
      </div>
      {isAdding && (
        <AddRoot
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {leaving && (
        <Confirm
          title={t("roots.removeTitle", { subject: leaving.subject })}
          action={t("verbs:remove")}
          isDanger
          run={async () => {
            await done(api.DELETE("/api/v1/contract-roots/{id}", { params: { path: { id: leaving.id } } }));
            await client.invalidateQueries(rootsQuery);
          }}
          onClose={() => {
            setLeaving(undefined);
          }}
        >
          {t("roots.removeMore")}
        </Confirm>
      )}
    </Section>
  );
}

function RootRow({ root, onRemove }: { root: Model<"ContractRoot">; onRemove: () => void }) {
  const { t } = useTranslation("plugandcharge");
  const format = useFormat();
  const may = useMay();
  const isOver = Date.parse(root.validUntil) < useNow();
  return (
    <li className="flex items-start gap-4 py-3 text-sm">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="min-w-0 font-medium break-words">{root.subject}</span>
          <Badge>{t(`use.${root.use}`)}</Badge>
          {isOver && <Badge look="bad">{t("roots.over")}</Badge>}
        </p>
        <p className="mt-1 break-words text-muted">
          {[t("roots.until", { time: format.moment(root.validUntil) }), t("roots.by", { who: root.addedBy }), ...(root.note ? [root.note] : [])].join(" · ")}
        </p>
        <code className="mt-1 block truncate text-xs text-muted" title={root.fingerprint}>
          {root.fingerprint}
        </code>
      </div>
      {may("contract.write") && (
        <Button aria-label={`${t("verbs:remove")}: ${root.subject}`} onClick={onRemove}>
          {t("verbs:remove")}
        </Button>
      )}
    </li>
  );
}

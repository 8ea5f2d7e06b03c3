import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { ApiError } from "../api/errors";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Confirm } from "../ui/Confirm";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Refused } from "../ui/Refused";
import { useNow } from "../ui/useNow";
import { Waiting } from "../ui/Waiting";
import { ApiKeyRow } from "./ApiKeyRow";
import { NewApiKey } from "./NewApiKey";
import { apiKeysQuery } from "./queries";
import { standing } from "./standing";

type Task = { kind: "new" } | { kind: "revocation"; key: Model<"ApiKey"> };

/** How programs come in. */
export function ApiKeysPage() {
  const { t } = useTranslation("keys");
  const keys = useInfiniteQuery(apiKeysQuery);
  const client = useQueryClient();
  const may = useMay();
  const now = useNow();
  const [task, setTask] = useState<Task>();
  const rows = keys.data?.pages.flatMap((page) => page.items);
  const close = () => {
    setTask(undefined);
    void client.invalidateQueries(apiKeysQuery);
  };
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      action={
        may("api-key.write") && (
          <Button
            look="primary"
            onClick={() => {
              setTask({ kind: "new" });
            }}
          >
            <Plus className="size-4" aria-hidden="true" />
            {t("new.open")}
          </Button>
        )
      }
    >
      {keys.error instanceof ApiError && <Refused problem={keys.error.problem} />}
      {keys.isPending && (
        <Card className="p-6">
          <Waiting className="w-48" />
        </Card>
      )}
      {rows && (
        <Card>
          {rows.length === 0 && <p className="p-6 text-sm text-muted">{t("nothing")}</p>}
          <ul className="divide-y divide-line">
            {rows.map((key) => (
              <ApiKeyRow
                key={key.id}
                apiKey={key}
                standing={standing(key, now)}
                onRevoke={() => {
                  setTask({ kind: "revocation", key });
                }}
              />
            ))}
          </ul>
        </Card>
      )}
      <More {...keys} />
      {task?.kind === "new" && <NewApiKey onClose={close} />}
      {task?.kind === "revocation" && (
        <Confirm
          title={t("revoke.title", { name: task.key.name })}
          action={t("revoke.action")}
          isDanger
          run={() => answered(api.DELETE("/api/v1/api-keys/{id}", { params: { path: { id: task.key.id } } }))}
          onClose={close}
        >
          {t("revoke.more")}
        </Confirm>
      )}
    </Page>
  );
}

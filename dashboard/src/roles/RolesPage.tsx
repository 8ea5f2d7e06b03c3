import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done, type Model } from "../api/client";
import { rowsOf } from "../api/list";
import { groupsQuery } from "../groups/queries";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Confirm } from "../ui/Confirm";
import { Page } from "../ui/Page";
import { rolesQuery } from "../users/queries";
import { RoleForm } from "./RoleForm";

type Task = { kind: "new" } | { kind: "change" | "removal"; role: Model<"Role"> };

/** What users can be, and what each may do. */
export function RolesPage() {
  const { t } = useTranslation("roles");
  const roles = useQuery(rolesQuery);
  const client = useQueryClient();
  const may = useMay();
  const [task, setTask] = useState<Task>();
  const close = () => {
    setTask(undefined);
    void client.invalidateQueries(rolesQuery);
  };
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      action={
        may("role.write") && (
          <Button look="primary" onClick={() => { setTask({ kind: "new" }); }}>
            <Plus className="size-4" aria-hidden="true" />
            {t("new")}
          </Button>
        )
      }
    >
      <Answer of={roles}>
        {(all) => (
          <Card>
            <ul className="divide-y divide-line">
              {all.map((role) => (
                <Row key={role.name} role={role} onTask={(kind) => { setTask({ kind, role }); }} />
              ))}
            </ul>
          </Card>
        )}
      </Answer>
      {task?.kind === "new" && <RoleForm onClose={close} />}
      {task?.kind === "change" && <RoleForm role={task.role} onClose={close} />}
      {task?.kind === "removal" && (
        <Confirm
          title={t("removal.title", { name: task.role.name })}
          action={t("removal.action")}
          isDanger
          run={() => done(api.DELETE("/api/v1/roles/{name}", { params: { path: { name: task.role.name } } }))}
          onClose={close}
        >
          {t("removal.more")}
        </Confirm>
      )}
    </Page>
  );
}

function Row({ role, onTask }: { role: Model<"Role">; onTask: (kind: "change" | "removal") => void }) {
  const { t } = useTranslation("roles");
  const format = useFormat();
  const may = useMay();
  const groups = rowsOf(useInfiniteQuery({ ...groupsQuery(), enabled: may("station-group.read") && role.stationGroups.length > 0 }).data);
  const names = role.stationGroups.map((id) => groups.find((group) => group.id === id)?.name ?? `#${id}`);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-4 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {role.name}
          {role.builtIn && <Badge>{t("builtIn")}</Badge>}
        </p>
        {role.note !== null && <p className="mt-0.5 text-muted">{role.note}</p>}
        <p className="mt-0.5 text-muted">{names.length === 0 ? t("allStations") : t("onlyGroups", { groups: names.join(", ") })}</p>
        <details className="mt-1 text-muted">
          <summary className="w-fit cursor-pointer">{t("permissions", { count: role.permissions.length, number: format.count(role.permissions.length) })}</summary>
          <p className="mt-1 font-mono text-xs break-words">{role.permissions.join(" ")}</p>
        </details>
      </div>
      {!role.builtIn && may("role.write") && (
        <div className="flex gap-2">
          <Button aria-label={t("change.title", { name: role.name })} onClick={() => { onTask("change"); }}>{t("change.open")}</Button>
          <Button aria-label={t("removal.title", { name: role.name })} onClick={() => { onTask("removal"); }}>{t("removal.open")}</Button>
        </div>
      )}
    </li>
  );
}

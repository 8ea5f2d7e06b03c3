import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Building2, Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { Menu, MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { Narrow } from "../ui/Select";
import { Status, type Standing } from "../ui/Status";
import { useSearchState } from "../ui/useSearchState";
import { InviteOwner, NewTenant, RenameTenant, SuspendTenant } from "./TenantForms";

const states = ["active", "suspended", "removing"] as const satisfies Model<"TenantState">[];
const looks: Record<Model<"TenantState">, Standing> = { active: "good", suspended: "blocked", removing: "off" };

const tenantsQuery = (state: Model<"TenantState"> | undefined) =>
  listQuery(["tenants", state], (cursor, signal) =>
    answered(api.GET("/api/v1/tenants", { params: { query: { limit: 100, ...(state && { state }), ...(cursor !== undefined && { cursor }) } }, signal })),
  );

type Task = { kind: "new" } | { kind: "name" | "owner" | "suspension" | "resumption"; tenant: Model<"Tenant"> };

/** The organisations that share this installation. */
export function TenantsPage() {
  const { t } = useTranslation("tenants");
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [search, change] = useSearchState();
  const state = states.find((each) => each === search["state"]);
  const tenants = useInfiniteQuery(tenantsQuery(state));
  const [task, setTask] = useState<Task>();
  const close = () => {
    setTask(undefined);
    void client.invalidateQueries({ queryKey: ["tenants"] });
  };
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      isWide
      action={
        may("tenant.write") && (
          <Button look="primary" onClick={() => { setTask({ kind: "new" }); }}>
            <Plus className="size-4" aria-hidden="true" />
            {t("new.open")}
          </Button>
        )
      }
    >
      <div className="flex">
        <Narrow
          label={t("state")}
          value={state ?? ""}
          choices={[{ value: "", text: t("anyState") }, ...states.map((value) => ({ value, text: t(`states.${value}`) }))]}
          onPick={(to) => { change({ state: to }); }}
        />
      </div>
      <List
        of={tenants}
        label={t("navigation")}
        rowKey={({ slug }) => slug}
        columns={[
          { id: "name", title: t("name"), cell: ({ name }) => <span className="font-medium">{name}</span> },
          {
            id: "state",
            title: t("state"),
            width: "9rem",
            cell: (tenant) => (
              <span title={tenant.suspendedFor ?? undefined}>
                <Status standing={looks[tenant.state]}>{t(`states.${tenant.state}`)}</Status>
              </span>
            ),
          },
          { id: "slug", title: t("slug"), from: "sm", cell: ({ slug }) => <code className="font-mono text-xs">{slug}</code> },
          { id: "path", title: t("path"), width: "1.5fr", from: "md", cell: ({ stationPath }) => <code className="font-mono text-xs">{stationPath}</code> },
          { id: "createdAt", title: t("createdAt"), width: "9rem", from: "lg", cell: ({ createdAt }) => format.date(createdAt) },
          ...(may("tenant.write")
            ? [{ id: "actions", title: t("actions"), width: "4.5rem", isNumber: true, cell: (tenant: Model<"Tenant">) => <Actions tenant={tenant} onTask={(kind) => { setTask({ kind, tenant }); }} /> }]
            : []),
        ]}
        nothing={<Nothing icon={Building2} title={t("nothing")} />}
      />
      {task?.kind === "new" && <NewTenant onClose={close} />}
      {task?.kind === "name" && <RenameTenant tenant={task.tenant} onClose={close} />}
      {task?.kind === "owner" && <InviteOwner tenant={task.tenant} onClose={close} />}
      {task?.kind === "suspension" && <SuspendTenant tenant={task.tenant} onClose={close} />}
      {task?.kind === "resumption" && (
        <Confirm
          title={t("resume.title", { name: task.tenant.name })}
          action={t("resume.action")}
          run={() => answered(api.POST("/api/v1/tenants/{slug}/resume", { params: { path: { slug: task.tenant.slug } } }))}
          onClose={close}
        >
          {t("resume.more")}
        </Confirm>
      )}
    </Page>
  );
}

function Actions({ tenant, onTask }: { tenant: Model<"Tenant">; onTask: (kind: "name" | "owner" | "suspension" | "resumption") => void }) {
  const { t } = useTranslation("tenants");
  return (
    <Menu
      button={
        <button type="button" aria-label={t("change", { name: tenant.name })} className="rounded-lg p-1.5 text-muted hover:bg-raised hover:text-ink">
          <Ellipsis className="size-4" aria-hidden="true" />
        </button>
      }
    >
      <MenuItem onPick={() => { onTask("name"); }}>{t("rename.open")}</MenuItem>
      <MenuItem onPick={() => { onTask("owner"); }}>{t("owner.open")}</MenuItem>
      {tenant.state === "active" && <MenuItem isDanger onPick={() => { onTask("suspension"); }}>{t("suspend.open")}</MenuItem>}
      {tenant.state === "suspended" && <MenuItem onPick={() => { onTask("resumption"); }}>{t("resume.open")}</MenuItem>}
    </Menu>
  );
}

import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { rowsOf } from "../api/list";
import { groupsQuery } from "../groups/queries";
import { PermissionsField } from "../keys/PermissionsField";
import { meQuery, useMay } from "../signin/me";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { permissionsQuery } from "./queries";

/** @param role that is changed; left out, a new one is made */
export function RoleForm({ role, onClose }: { role?: Model<"Role">; onClose: () => void }) {
  const { t } = useTranslation("roles");
  const may = useMay();
  const me = useQuery(meQuery).data;
  const all = useQuery(permissionsQuery).data ?? [];
  const groups = rowsOf(useInfiniteQuery({ ...groupsQuery(), enabled: may("station-group.read") }).data);
  const [permissions, setPermissions] = useState(role?.permissions ?? []);
  const [stationGroups, setStationGroups] = useState(role?.stationGroups ?? me?.stationGroups ?? []);
  const saving = useMutation({
    mutationFn: (body: Model<"RoleBody">) =>
      answered(
        role === undefined ? api.POST("/api/v1/roles", { body }) : api.PATCH("/api/v1/roles/{name}", { params: { path: { name: role.name } }, body }),
      ),
    onSuccess: onClose,
  });
  return (
    <Dialog title={role === undefined ? t("newTitle") : t("change.title", { name: role.name })} onClose={onClose} isWide>
      <Form
        error={saving.error}
        fields={["name", "note", "permissions"]}
        onSend={(value) => {
          saving.mutate({ name: value("name").trim(), note: value("note").trim() || null, permissions, stationGroups });
        }}
        buttons={<Buttons action={t(role === undefined ? "make" : "change.action")} isRunning={saving.isPending || permissions.length === 0} onCancel={onClose} />}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="name" label={t("name")} hint={t("nameHint")} defaultValue={role?.name} required autoFocus autoComplete="off" spellCheck={false} maxLength={50} />
          <Field name="note" label={t("note")} defaultValue={role?.note ?? ""} autoComplete="off" maxLength={200} />
        </div>
        {/* Nobody gives what they do not have. */}
        <PermissionsField offered={all.filter((each) => may(each) || permissions.includes(each))} picked={permissions} onPick={setPermissions} />
        {groups.length > 0 && (
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1.5 text-sm font-medium">{t("groups")}</legend>
            <div className="flex max-h-40 flex-wrap gap-x-5 gap-y-1 overflow-y-auto rounded-lg border border-line bg-ground px-3 py-2">
              {groups.map(({ id, name }) => (
                <label key={id} className="flex items-center gap-2 text-sm">
                  <input
                    type="checkbox"
                    className="size-4 accent-accent"
                    checked={stationGroups.includes(id)}
                    onChange={(event) => {
                      setStationGroups(event.target.checked ? [...stationGroups, id] : stationGroups.filter((each) => each !== id));
                    }}
                  />
                  {name}
                </label>
              ))}
            </div>
            <p className="text-sm text-muted">{t("groupsHint")}</p>
          </fieldset>
        )}
      </Form>
    </Dialog>
  );
}

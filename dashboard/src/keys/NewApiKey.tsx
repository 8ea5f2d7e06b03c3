import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { meQuery } from "../signin/me";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Copyable } from "../ui/Copyable";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { PermissionsField } from "./PermissionsField";

const NETWORKS = "203.0.113.0/24, 2001:db8::/32";

export function NewApiKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("keys");
  const me = useQuery(meQuery).data;
  const [permissions, setPermissions] = useState<string[]>([]);
  const making = useMutation({
    mutationFn: (body: Model<"ApiKeyBody">) => answered(api.POST("/api/v1/api-keys", { body })),
  });
  if (making.data) {
    return (
      <Dialog title={t("new.done", { name: making.data.key.name })} onClose={onClose} isHeld>
        <div className="flex flex-col gap-5">
          <p className="text-sm text-muted">
            {t("new.use", { header: "Authorization: Bearer", other: "X-API-Key" })}
          </p>
          <Copyable lines={[making.data.secret]} label={t("key")} />
          <Button look="primary" className="self-end" onClick={onClose}>
            {t("new.kept")}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("new.title")} onClose={onClose} isWide>
      <Form
        error={making.error}
        fields={["name", "permissions", "networks", "expiresAt"]}
        onSend={(value) => {
          const [networks, day] = [value("networks").trim(), value("expiresAt")];
          making.mutate({
            name: value("name").trim(),
            permissions,
            // Whoever sees some stations only can give no others.
            ...(me && me.stationGroups.length > 0 && { stationGroups: me.stationGroups }),
            ...(networks !== "" && { networks }),
            ...(day !== "" && { expiresAt: new Date(`${day}T00:00`).toISOString() }),
          });
        }}
        buttons={<Buttons action={t("new.action")} isRunning={making.isPending || permissions.length === 0} onCancel={onClose} />}
      >
        <Field name="name" label={t("name")} hint={t("nameHint")} maxLength={100} autoFocus required autoComplete="off" />
        <PermissionsField offered={me?.permissions ?? []} picked={permissions} onPick={setPermissions} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            name="networks"
            label={t("networks")}
            placeholder={NETWORKS}
            hint={t("networksHint")}
            maxLength={1000}
            autoComplete="off"
            spellCheck={false}
          />
          <Field name="expiresAt" label={t("expiresAt")} type="date" hint={t("expiresAtHint")} />
        </div>
      </Form>
    </Dialog>
  );
}

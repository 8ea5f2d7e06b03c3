import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "../users/Link";

interface Props {
  tenant: Model<"Tenant">;
  onClose: () => void;
}

export function NewTenant({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("tenants");
  const making = useMutation({
    mutationFn: (body: Model<"TenantBody">) => answered(api.POST("/api/v1/tenants", { body })),
    onSuccess: ({ owner }) => {
      if (owner === null) {
        onClose();
      }
    },
  });
  const owner = making.data?.owner;
  return (
    <Dialog title={t("new.title")} onClose={onClose} isHeld={owner != null}>
      {owner ? (
        <Link made={owner} onClose={onClose} />
      ) : (
        <Form
          error={making.error}
          fields={["name", "slug", "ownerEmail"]}
          onSend={(value) => {
            making.mutate({ name: value("name").trim(), slug: value("slug").trim(), ownerEmail: value("ownerEmail").trim() || null });
          }}
          buttons={<Buttons action={t("new.action")} isRunning={making.isPending} onCancel={onClose} />}
        >
          <Field name="name" label={t("name")} required autoFocus autoComplete="off" maxLength={100} />
          <Field name="slug" label={t("slug")} hint={t("slugHint")} required autoComplete="off" spellCheck={false} autoCapitalize="none" />
          <Field name="ownerEmail" label={t("owner.email")} hint={t("owner.hint")} type="email" autoComplete="off" />
        </Form>
      )}
    </Dialog>
  );
}

export function RenameTenant({ tenant, onClose }: Props) {
  const { t } = useTranslation("tenants");
  const renaming = useMutation({
    mutationFn: (name: string) => answered(api.PATCH("/api/v1/tenants/{slug}", { params: { path: { slug: tenant.slug } }, body: { name } })),
    onSuccess: onClose,
  });
  return (
    <Dialog title={t("rename.title", { name: tenant.name })} onClose={onClose}>
      <Form
        error={renaming.error}
        fields={["name"]}
        onSend={(value) => {
          renaming.mutate(value("name").trim());
        }}
        buttons={<Buttons action={t("rename.action")} isRunning={renaming.isPending} onCancel={onClose} />}
      >
        <Field name="name" label={t("name")} defaultValue={tenant.name} required autoFocus autoComplete="off" maxLength={100} />
      </Form>
    </Dialog>
  );
}

export function InviteOwner({ tenant, onClose }: Props) {
  const { t } = useTranslation("tenants");
  const inviting = useMutation({
    mutationFn: (email: string) => answered(api.POST("/api/v1/tenants/{slug}/owner", { params: { path: { slug: tenant.slug } }, body: { email } })),
  });
  return (
    <Dialog title={t("owner.title", { name: tenant.name })} onClose={onClose} isHeld={inviting.isSuccess}>
      {inviting.data ? (
        <Link made={inviting.data} onClose={onClose} />
      ) : (
        <Form
          error={inviting.error}
          fields={["email"]}
          onSend={(value) => {
            inviting.mutate(value("email").trim());
          }}
          buttons={<Buttons action={t("owner.action")} isRunning={inviting.isPending} onCancel={onClose} />}
        >
          <Field name="email" label={t("owner.email")} type="email" required autoFocus autoComplete="off" />
        </Form>
      )}
    </Dialog>
  );
}

export function SuspendTenant({ tenant, onClose }: Props) {
  const { t } = useTranslation("tenants");
  const suspending = useMutation({
    mutationFn: (reason: string) => answered(api.POST("/api/v1/tenants/{slug}/suspend", { params: { path: { slug: tenant.slug } }, body: { reason } })),
    onSuccess: onClose,
  });
  return (
    <Dialog title={t("suspend.title", { name: tenant.name })} onClose={onClose}>
      <Form
        error={suspending.error}
        fields={["reason"]}
        onSend={(value) => {
          suspending.mutate(value("reason").trim());
        }}
        buttons={<Buttons action={t("suspend.action")} isDanger isRunning={suspending.isPending} onCancel={onClose} />}
      >
        <p className="text-sm text-muted">{t("suspend.more")}</p>
        <Field name="reason" label={t("suspend.reason")} hint={t("suspend.reasonHint")} required autoFocus autoComplete="off" />
      </Form>
    </Dialog>
  );
}

import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { Link } from "./Link";

export function NewLink({ user, onClose }: { user: Model<"User">; onClose: () => void }) {
  const { t } = useTranslation("users");
  const making = useMutation({
    mutationFn: () => answered(api.POST("/api/v1/users/{id}/password-link", { params: { path: { id: user.id } } })),
  });
  return (
    <Dialog title={t("link.title", { name: user.name })} onClose={onClose} isHeld={making.isSuccess}>
      {making.data ? (
        <Link made={making.data} onClose={onClose} />
      ) : (
        <Form
          error={making.error}
          fields={[]}
          onSend={() => {
            making.mutate();
          }}
          buttons={<Buttons action={t("link.make")} isRunning={making.isPending} onCancel={onClose} />}
        >
          <p className="text-sm text-muted">
            {t(user.invited ? "link.newInvited" : "link.new", { email: user.email })}
          </p>
        </Form>
      )}
    </Dialog>
  );
}

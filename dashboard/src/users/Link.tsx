import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { Model } from "../api/client";
import { Button } from "../ui/Button";
import { Copyable } from "../ui/Copyable";

/** A link by which somebody chooses a password; never shown again. */
export function Link({ made, onClose }: { made: Model<"InvitedUser">; onClose: () => void }) {
  const { t } = useTranslation("users");
  const format = useFormat();
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">
        {t("link.more", { email: made.user.email, until: format.moment(made.linkExpiresAt) })}
      </p>
      <Copyable lines={[made.link]} label={t("link.label")} />
      <Button look="primary" className="self-end" onClick={onClose}>
        {t("link.kept")}
      </Button>
    </div>
  );
}

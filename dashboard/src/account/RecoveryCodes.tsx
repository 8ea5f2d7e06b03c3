import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Copyable } from "../ui/Copyable";

/** Codes for whoever has lost the app; never shown again. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation("account");
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">
        {t("codes.more")}
      </p>
      <Copyable lines={codes} label={t("codes.label")} />
      <Button look="primary" className="self-end" onClick={onClose}>
        {t("codes.kept")}
      </Button>
    </div>
  );
}

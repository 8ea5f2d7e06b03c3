import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { JsonText } from "../ui/JsonText";

/** Something in OCPP's own words. */
export function Shown({ title, value, onClose }: { title: string; value: unknown; onClose: () => void }) {
  const { t } = useTranslation("more");
  return (
    <Dialog title={title} onClose={onClose} isWide>
      <div className="flex flex-col gap-4">
        <JsonText value={value} />
        <Button className="self-end" onClick={onClose}>
          {t("ui:close")}
        </Button>
      </div>
    </Dialog>
  );
}

import { useTranslation } from "react-i18next";
import { Button } from "./Button";

interface Props {
  /** What the form does. */
  action: string;
  isRunning: boolean;
  onCancel: () => void;
  isDanger?: boolean;
}

/** What stands below a form in a dialog. */
export function Buttons({ action, isRunning, onCancel, isDanger = false }: Props) {
  const { t } = useTranslation("ui");
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button onClick={onCancel}>{t("cancel")}</Button>
      <Button type="submit" look={isDanger ? "danger" : "primary"} disabled={isRunning}>
        {action.replace(/\s*…$/, "")}
      </Button>
    </div>
  );
}

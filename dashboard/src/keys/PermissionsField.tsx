import { useTranslation } from "react-i18next";
import { useSaid } from "../ui/Form";
import { byThing } from "./permissions";

interface Props {
  /** Those that may be given. */
  offered: string[];
  picked: string[];
  onPick: (picked: string[]) => void;
}

export function PermissionsField({ offered, picked, onPick }: Props) {
  const { t } = useTranslation("keys");
  const said = useSaid("permissions");
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t("permissions")}</legend>
      <ul className="gap-x-0 rounded-lg border border-line bg-ground py-1 sm:columns-2">
        {byThing(offered).map(({ thing, actions }) => (
          <li key={thing} className="flex break-inside-avoid flex-wrap gap-x-4 px-3 py-0.5 text-sm">
            <span className="w-32 py-0.5">{thing}</span>
            {actions.map((action) => {
              const permission = `${thing}.${action}`;
              return (
                <label key={action} className="flex items-center gap-2 py-0.5 text-muted has-checked:text-ink">
                  <input
                    type="checkbox"
                    aria-label={permission}
                    className="size-4 accent-accent"
                    checked={picked.includes(permission)}
                    onChange={(event) => {
                      onPick(event.target.checked ? [...picked, permission] : picked.filter((each) => each !== permission));
                    }}
                  />
                  {action}
                </label>
              );
            })}
          </li>
        ))}
      </ul>
      {said !== null && (
        <p role="alert" className="text-sm text-bad">
          {said}
        </p>
      )}
    </fieldset>
  );
}

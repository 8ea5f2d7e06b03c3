import { Eye, EyeOff } from "lucide-react";
import { useState, type InputHTMLAttributes, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { box, Labelled } from "./Field";

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint?: ReactNode;
  autoComplete: "current-password" | "new-password";
}

/** A password, which can be looked at; so nobody has to write it twice. */
export function PasswordField({ name, label, hint, ...input }: Props) {
  const { t } = useTranslation("ui");
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(ids) => (
        <div className="relative">
          <input
            name={name}
            type={isShown ? "text" : "password"}
            required
            spellCheck={false}
            autoCapitalize="none"
            className={`${box} pr-11`}
            {...ids}
            {...input}
          />
          <button
            type="button"
            aria-label={t(isShown ? "hidePassword" : "showPassword")}
            onClick={() => {
              setShown(!isShown);
            }}
            className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-lg text-muted hover:text-ink"
          >
            <Icon className="size-4" aria-hidden="true" />
          </button>
        </div>
      )}
    </Labelled>
  );
}

/** The key of what the server takes for a new one. */
export const passwordHint = "ui:passwordHint";

import { Languages, SunMoon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { changeLanguage } from "../i18n/i18n";
import { languages, type Language } from "../i18n/languages";
import { useMenuParts } from "../ui/Menu";
import { themes, useTheme } from "./theme";

const entry = "flex cursor-default items-center gap-2.5 rounded-lg px-3 py-2 text-sm outline-none select-none data-highlighted:bg-raised data-[state=open]:bg-raised";
const panel = "z-30 min-w-40 rounded-xl border border-line bg-surface p-1 text-ink shadow-lg";

/** The language and the colours of whoever looks, within their menu; kept in this browser. */
export function LookMenu() {
  const { t, i18n } = useTranslation("shell");
  const [theme, setTheme] = useTheme();
  const { Sub, SubTrigger, Portal, SubContent, RadioGroup, RadioItem } = useMenuParts();
  return (
    <>
      <Sub>
        <SubTrigger className={entry}>
          <Languages className="size-4 text-muted" aria-hidden="true" />
          {t("language")}
        </SubTrigger>
        <Portal>
          <SubContent collisionPadding={12} className={panel}>
            <RadioGroup value={i18n.language} onValueChange={(to) => void changeLanguage(to as Language)}>
              {Object.entries(languages).map(([tag, name]) => (
                <RadioItem key={tag} value={tag} lang={tag} className={entry}>
                  <Chosen />
                  {name}
                </RadioItem>
              ))}
            </RadioGroup>
          </SubContent>
        </Portal>
      </Sub>
      <Sub>
        <SubTrigger className={entry}>
          <SunMoon className="size-4 text-muted" aria-hidden="true" />
          {t("theme")}
        </SubTrigger>
        <Portal>
          <SubContent collisionPadding={12} className={panel}>
            <RadioGroup value={theme} onValueChange={(to) => { setTheme(themes.find((each) => each === to) ?? "system"); }}>
              {themes.map((each) => (
                <RadioItem key={each} value={each} className={entry}>
                  <Chosen />
                  {t(`themes.${each}`)}
                </RadioItem>
              ))}
            </RadioGroup>
          </SubContent>
        </Portal>
      </Sub>
    </>
  );
}

function Chosen() {
  const { ItemIndicator } = useMenuParts();
  return (
    <span className="w-4">
      <ItemIndicator>✓</ItemIndicator>
    </span>
  );
}
